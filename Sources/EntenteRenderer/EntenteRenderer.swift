@main struct EntenteRenderer { static func main() {} }
