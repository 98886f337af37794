#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs work that blocks on a thread of its own, off the pool that serves all tasks of the program.
enum Thread {
  /// Whether the thread could be started.
  static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
    let box = Unmanaged.passRetained(Body(body))
    #if canImport(Glibc)
      var thread = pthread_t()
      let result = pthread_create(
        &thread, nil,
        { argument in
          argument.map { Unmanaged<Body>.fromOpaque($0).takeRetainedValue().run() }
          return nil
        }, box.toOpaque())
      if result == 0 { pthread_detach(thread) }
    #elseif canImport(Darwin)
      var thread: pthread_t?
      let result = pthread_create(
        &thread, nil,
        { argument in
          Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
          return nil
        }, box.toOpaque())
      if result == 0, let thread { pthread_detach(thread) }
    #endif
    if result != 0 { box.release() }
    return result == 0
  }

  private final class Body {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }
}
