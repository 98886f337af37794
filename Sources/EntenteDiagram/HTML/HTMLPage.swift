import EntenteDrawing

/// One HTML file with a picture in it: search, details with sources, filters, a slider for dates.
///
///     try diagram.render(.html)
///
/// It is whole in itself: no request leaves it, and it works from a disk and under a strict Content-Security-Policy,
/// which it declares itself: nothing may be loaded, and of scripts and styles only its own two may run, which the policy
/// knows by their hashes. What comes from the graph stands in the SVG, checked by ``SVGRules``, and in a block of JSON.
///
///     SVG of the renderer ──▶ EmbeddedSVG ─┐
///     PageData ──▶ PageJSON ───────────────┼──▶ page
///     page.css, names.js, page.js ─────────┘     (see PageResources)
struct HTMLPage {
  let diagram: Diagram
  let drawn: Diagram.Drawn

  func bytes(svg: [UInt8]) throws(RenderError) -> [UInt8] {
    let data = diagram.pageData ?? PageData(diagram)
    let picture = try EmbeddedSVG.text(svg)
    let title = SVGFinishing.escaped(diagram.title ?? "Diagram")
    let script = "\n" + PageResources.script
    let style = "\n" + PageResources.style
    let policy = [
      "default-src 'none'", "script-src 'sha256-\(SHA256.base64(of: script.utf8))'",
      "style-src 'sha256-\(SHA256.base64(of: style.utf8))'", "base-uri 'none'", "form-action 'none'",
    ]
    let page = """
      <!doctype html>
      <html lang="\(SVGFinishing.escaped(diagram.language))">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy.joined(separator: "; "))">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(title)</title>
      <style>\(style)</style>
      </head>
      <body data-ground="\(hasDarkGround ? "dark" : "light")">
      <header>
      <h1>\(title)</h1>
      <div class="search">
      <input id="search" type="search" role="combobox" aria-expanded="false" aria-controls="found" aria-autocomplete="list" autocomplete="off" spellcheck="false">
      <ul id="found" role="listbox" hidden></ul>
      </div>
      <div id="time" hidden></div>
      <div class="zoom">
      <button type="button" id="larger">+</button>
      <button type="button" id="smaller">−</button>
      <button type="button" id="whole">⤢</button>
      </div>
      </header>
      <noscript><p>\(needsScript)</p></noscript>
      <main>
      <div id="picture">
      \(picture)
      </div>
      <aside id="side" tabindex="0">
      <section id="story" hidden></section>
      <section id="details" aria-live="polite" hidden></section>
      <div id="filters"></div>
      <section id="footnotes" hidden></section>
      </aside>
      </main>
      <footer>
      <p id="status" role="status"></p>
      <p id="keys"></p>
      <details id="table"><summary></summary><div id="rows"></div></details>
      </footer>
      <script type="application/json" id="data">\(PageJSON.text(of: data, diagram, drawn))</script>
      <script type="module">\(script)</script>
      </body>
      </html>

      """
    return Array(page.utf8)
  }

  /// Whether the picture is made for a dark page: then its colours stay as they are there.
  private var hasDarkGround: Bool {
    guard let ground = diagram.background, ground.count == 7, let color = UInt32(ground.dropFirst(), radix: 16) else {
      return false
    }
    return (color >> 16 & 255) * 2 + (color >> 8 & 255) * 5 + (color & 255) < 8 * 128
  }

  private var needsScript: String {
    switch diagram.language.prefix(2) {
    case "ko": "그림은 스크립트 없이도 볼 수 있습니다. 찾기와 출처, 거르기에는 스크립트가 필요합니다."
    case "zh": "没有脚本也能看图；查找、来源和筛选需要脚本。"
    default: "The picture needs no scripts; search, sources and filters do."
    }
  }
}
