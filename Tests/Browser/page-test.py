#!/usr/bin/env python3
"""Looks at a page of `entente draw --output x.html` as a reader does: in Chromium, from disk, with the network off.

Usage: page-test.py ENTENTE [SCREENSHOTS]

ENTENTE is the command; it is run in a folder with Graphs and Queries. Pictures of the pages are put into the folder
SCREENSHOTS, where one is named. Prints a line for each check that fails, and ends with 1 then.
"""
import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

ENTENTE = sys.argv[1]
SCREENSHOTS = Path(sys.argv[2]) if len(sys.argv) > 2 else None
FOLDER = Path(tempfile.mkdtemp())
NAMES = Path(__file__).resolve().parents[2] / "Sources/EntenteDiagram/HTML/names.js"
failures = []


def check(condition, sentence):
    if not condition:
        failures.append(sentence)
        print(sentence)


def entente(*arguments):
    return subprocess.run([ENTENTE, *arguments], check=True, capture_output=True, text=True).stdout


def browser():
    options = webdriver.ChromeOptions()
    for argument in (
        "--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1400,1000", "--force-color-profile=srgb",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--disable-background-networking", "--disable-component-update",
    ):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    options.binary_location = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    driver.execute_cdp_cmd("Network.enable", {})
    driver.execute_cdp_cmd(
        "Network.emulateNetworkConditions",
        {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0})
    return driver


class Page:
    def __init__(self, driver, name, *arguments):
        self.driver, self.name = driver, name
        self.path = FOLDER / f"{name}.html"
        entente("draw", *arguments, "--output", str(self.path))
        driver.get_log("performance")
        driver.get(self.path.as_uri())
        check("is-ready" in driver.find_element(By.TAG_NAME, "body").get_attribute("class"), f"{name}: the script ran")

    def find(self, words):
        """The first name that the search box offers, or None."""
        box = self.element("search")
        box.clear()
        box.send_keys(words)
        names = [item.text for item in self.all("#found [role=option] span:first-child")]
        return names[0] if names else None

    def choose(self, words):
        name = self.find(words)
        self.element("search").send_keys(Keys.ENTER)
        return name

    def element(self, id):
        return self.driver.find_element(By.ID, id)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def shown(self):
        """How many nodes and relationships are drawn."""
        return tuple(
            sum(element.is_displayed() for element in self.all(f"#picture g.{kind}[id^={kind[0]}_]"))
            for kind in ("node", "edge"))

    def shot(self, what):
        if SCREENSHOTS:
            time.sleep(0.4)
            self.driver.save_screenshot(str(SCREENSHOTS / f"{self.name}-{what}.png"))

    def scheme(self, value, media=""):
        features = [{"name": "prefers-color-scheme", "value": value}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": features})

    def end(self):
        """No message on the console, and no request but that for the file."""
        for entry in self.driver.get_log("browser"):
            check(False, f"{self.name}: the console says {entry['message']}")
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                url = message["params"]["request"]["url"]
                check(url == self.path.as_uri(), f"{self.name}: a request went to {url}")


def race(driver):
    page = Page(driver, "race", "race")
    page.shot("light")
    for words in ("알리바바", "Alibaba", "阿里巴巴", "ㅇㄹㅂㅂ", "알립", "ALIBABA", "alibba"):
        check(page.find(words) == "Alibaba", f"{words} finds {page.find(words)}, not Alibaba")
    check(page.find("xyzzy") is None, "xyzzy finds nothing")
    check(page.choose("알리바바") == "Alibaba", "Enter chooses")
    details = page.element("details")
    check("알리바바" in details.text and "阿里巴巴" in details.text, "the details tell all names")
    page.shot("selected")

    edge = page.element("e_alibaba_partners_nvidia")
    driver.execute_script(
        "arguments[0].querySelector('path').dispatchEvent(new MouseEvent('click', {bubbles: true}))", edge)
    text = page.element("details").text
    check("Korean news article" in text, f"a click on a relationship shows its source, not: {text}")
    check("5.1" in text and "14" in text and "physical AI" in text, f"and place, claim and topic, not: {text}")
    page.shot("relationship")

    ActionChains(driver).move_to_element(page.element("n_nvidia")).perform()
    near = {element.get_attribute("id") for element in page.all("#picture .is-near")}
    check({"n_nvidia", "n_alibaba", "n_openai"} <= near and "n_tencent" not in near, f"hovering shows {near}")
    page.element("n_nvidia").click()
    heading = page.element("details").find_element(By.TAG_NAME, "h2").text
    check(heading == "Nvidia", f"a click on Nvidia shows {heading}")
    driver.find_element(By.TAG_NAME, "body").send_keys(Keys.ESCAPE)
    check(not page.element("details").is_displayed(), "Esc closes the details")

    before = page.shown()
    box = next(box for box in page.all("#filters label") if box.text.startswith("rivals"))
    box.click()
    check(page.shown() == (before[0], before[1] - 4), f"without rivalries {page.shown()} is drawn of {before}")
    check("of 24" in page.element("status").text, f"the status counts: {page.element('status').text}")
    box.click()
    page.element("legend_country").click()
    check(page.shown()[0] == before[0] - 2, "the legend of the picture hides countries")
    page.shot("filtered")
    page.element("legend_country").click()
    check(page.shown() == before, "and shows them again")

    # Keyboard alone.
    body = driver.find_element(By.TAG_NAME, "body")
    body.send_keys("/")
    check(driver.switch_to.active_element.get_attribute("id") == "search", "/ goes to the search box")
    driver.switch_to.active_element.send_keys("jack", Keys.ENTER)
    driver.switch_to.active_element.send_keys(Keys.TAB)
    for _ in range(8):
        if "node" in (driver.switch_to.active_element.get_attribute("class") or ""):
            break
        driver.switch_to.active_element.send_keys(Keys.TAB)
    check(driver.switch_to.active_element.get_attribute("id") == "n_jack_ma", "Tab goes to the node that was found")
    driver.switch_to.active_element.send_keys(Keys.ARROW_DOWN)
    moved = driver.switch_to.active_element.get_attribute("id")
    check(moved.startswith("n_") and moved != "n_jack_ma", f"an arrow key goes on to another node, not {moved}")
    page.shot("focus")
    driver.switch_to.active_element.send_keys(Keys.ENTER)
    check(driver.switch_to.active_element.tag_name == "h2", "Enter goes to the details")

    view = driver.execute_script("return document.querySelector('#picture svg').getAttribute('viewBox')")
    page.element("larger").click()
    larger = driver.execute_script("return document.querySelector('#picture svg').getAttribute('viewBox')")
    check(float(larger.split()[2]) < float(view.split()[2]), "+ zooms in")
    page.element("whole").click()
    page.element("table").find_element(By.TAG_NAME, "summary").click()
    check(len(page.all("#rows tbody tr")) == 24, f"the table has {len(page.all('#rows tbody tr'))} rows, not 24")
    page.element("table").find_element(By.TAG_NAME, "summary").click()

    page.scheme("dark")
    page.shot("dark")
    page.scheme("light", "print")
    check(not page.element("search").is_displayed(), "the search box is not printed")
    page.shot("print")
    page.scheme("light")
    page.end()


def earliest(date):
    """The first day of a date such as 1872, 1872-05 or 1872-05-20."""
    return date + "-01-01"[len(date) - 4:]


def korean(driver):
    page = Page(driver, "race-ko", "race", "--lang", "ko")
    check(page.choose("Alibaba") == "알리바바", "the Korean page finds 알리바바 by its English name")
    check("관계" in page.element("filters").text and "초성" in page.element("search").get_attribute("placeholder"), "it speaks Korean")
    page.all("#details .go")[0].click()
    check("출처" in page.element("details").text and "기사" in page.element("details").text, "a relationship shows its source")
    page.shot("selected")
    page.scheme("dark")
    page.shot("dark")
    page.scheme("light")
    page.end()


def alliances(driver):
    page = Page(driver, "alliances", "Graphs/european-alliances.pg")
    whole = page.shown()
    check(page.element("time").is_displayed(), "dates give a slider")
    slider = page.element("moment")
    query = "MATCH (a:Country)-[r]-(b:Country) WHERE a.id < b.id RETURN toString(r.since) AS since, toString(r.until) AS until"
    ties = json.loads(entente("query", "Graphs/european-alliances.pg", query, "--format", "json"))
    counts = {}
    for year in ("1872", "1891", "1908"):
        driver.execute_script(
            """const [range, year] = arguments;
            const data = JSON.parse(document.getElementById('data').textContent);
            range.value = data.times.findIndex((time) => time.label === year);
            range.dispatchEvent(new Event('input'));""", slider, year)
        counts[year] = page.shown()[1]
        expected = sum(
            earliest(tie["since"]) <= f"{year}-12-31" and f"{year}-01-01" < earliest(tie["until"] or "9999") for tie in ties)
        check(counts[year] == expected, f"{counts[year]} relationships are drawn as of {year}, not {expected}")
    check(len(set(counts.values())) > 1, f"the slider changes what is drawn: {counts}")
    page.shot("slider")
    slider.send_keys(Keys.ARROW_LEFT)
    check("1907" in page.element("time").text, "the slider is moved by keys")
    page.all("#time button")[0].click()
    check(page.shown() == whole, "all times are shown again")
    page.end()


def bars(driver):
    """A timeline: each tie stands twice, and both bars are one thing."""
    page = Page(driver, "bars", "Graphs/european-alliances.pg", "--layout", "timeline")
    check(page.shown() == (6, 40), f"six lanes and forty bars are drawn, not {page.shown()}")
    check(page.choose("이탈리아") == "Italy", "an actor is found by its Korean name")
    near = {element.get_attribute("id") for element in page.all("#picture g.edge.is-near")}
    check({"e_triple_germany_italy", "e_triple_germany_italy_2"} <= near, f"both bars of a tie light up: {near}")
    for box in page.all("#filters input[data-key=RIVALS]"):
        box.click()
    check(page.shown()[1] == 28, f"without rivalries 28 bars are drawn, not {page.shown()[1]}")
    page.shot("details")
    page.end()


def tiles(driver):
    """Tiles have no lines, and relationships are told in words."""
    page = Page(driver, "tiles", "Graphs/ai-infrastructure.pg", "--layout", "patchwork", "--lang", "ko")
    check(page.shown() == (34, 0), f"34 tiles and no lines are drawn, not {page.shown()}")
    check(page.element("status").text == "", f"nothing is hidden: {page.element('status').text}")
    check(page.choose("엔비디아") == "엔비디아", "a tile is found by its name")
    check("알리바바" in page.element("details").text, "its relationships are told")
    page.shot("details")
    page.end()


def themes(driver):
    """Every theme: words are read on their ground, search, click and filters work, footnotes lead to one another."""
    for theme in ("light", "dark", "print"):
        page = Page(driver, f"theme-{theme}", "race", "--footnotes", "--theme", theme, "--lang", "ko")
        for words in ("알리바바", "Alibaba", "阿里巴巴"):
            check(page.find(words) == "알리바바", f"{theme}: {words} finds {page.find(words)}")
        page.choose("阿里巴巴")
        check("阿里巴巴" in page.element("details").text, f"{theme}: the details tell the names")
        edge = page.element("e_alibaba_partners_nvidia")
        driver.execute_script(
            "arguments[0].querySelector('path').dispatchEvent(new MouseEvent('click', {bubbles: true}))", edge)
        text = page.element("details").text
        check("출처" in text and "기사" in text and "5.1" in text, f"{theme}: a click shows the source, not: {text}")
        links = page.all("#details a.note")
        numbers = "".join(link.text for link in links)
        check(numbers and numbers in page.element("e_alibaba_partners_nvidia_words").text.replace(" ", " "),
              f"{theme}: the words have the number {numbers}")
        target = links[0].get_attribute("href").split("#")[1]
        note = page.element(target)
        check("5.1" in note.text and "알리바바" in note.text, f"{theme}: the footnote tells its source and lines: {note.text}")
        page.shot("selected")
        page.all(f"#{target} .go")[0].click()
        check(page.element("details").is_displayed(), f"{theme}: the footnote leads back")
        # Looks in the filters are those of the picture.
        looks = driver.execute_script(
            """const data = JSON.parse(document.getElementById('data').textContent);
            return [data.edgeKinds.rivalry.stroke.toLowerCase(), data.nodeKinds.company.fill.toLowerCase(),
              document.querySelector('#e_alibaba_rivals_nvidia path').getAttribute('stroke').toLowerCase(),
              document.querySelector('#n_alibaba path, #n_alibaba polygon').getAttribute('fill').toLowerCase()];""")
        check(looks[0] == looks[2] and looks[1] == looks[3], f"{theme}: filters and picture look alike: {looks}")
        for scheme in ("light", "dark"):
            page.scheme(scheme)
            page.shot(scheme)
        page.scheme("light")
        page.end()


def story(driver):
    """Steps follow one another by buttons and keys, and each draws what held then."""
    page = Page(driver, "story", "Graphs/european-alliances.pg", "--story")
    query = "MATCH (a:Country)-[r]-(b:Country) WHERE a.id < b.id RETURN count(r) AS ties"
    years = (1872, 1873, 1879, 1881, 1882, 1887, 1890, 1894, 1898, 1904, 1907)
    places = set()
    for number, year in enumerate(years, 1):
        text = page.element("step").text
        check(f"{number} / {len(years)}" in text and f"{year}: " in text, f"step {number} tells {year}, not: {text}")
        ties = json.loads(entente("query", "Graphs/european-alliances.pg", query, "--as-of", str(year), "--format", "json"))
        check(page.shown() == (6, ties[0]["ties"]), f"{year}: {page.shown()} is drawn, not 6 and {ties}")
        places.add(driver.execute_script("return JSON.stringify(document.getElementById('n_germany').getBBox())"))
        if number == 5:
            page.shot("step")
        if number == len(years):
            check(not page.element("next").is_enabled(), "there is no step behind the last")
        elif number % 2:
            page.element("next").click()
        else:
            driver.find_element(By.TAG_NAME, "body").send_keys(Keys.ARROW_RIGHT)
    check(len(places) == 1, f"nodes stay in their places: {places}")
    driver.find_element(By.TAG_NAME, "body").send_keys(Keys.PAGE_UP)
    check("1904: " in page.element("step").text, "Page Up goes back")
    page.element("previous").click()
    check("1898: " in page.element("step").text, "the button goes back")
    page.element("all-steps").click()
    check(page.shown() == (6, 20), f"all steps together show {page.shown()}")
    check(not page.element("time").is_displayed(), "steps stand in for the slider")
    page.end()
    driver.get(page.path.as_uri() + "#step-3")
    driver.refresh()
    check("1879: " in page.element("step").text, "#step-3 opens the third step")
    strip = Page(driver, "strip", "Graphs/european-alliances.pg", "--strip", "1872,1907", "--lang", "ko")
    check("1872" in strip.element("step").text and "다음" in strip.element("next").text, "a strip has its dates as steps")
    strip.end()


def standing(driver):
    """What stands on weak ground is told in the details."""
    graph = FOLDER / "standing.pg"
    graph.write_text(
        "a :Company name:Alpha\nb :Company name:Beta\ns :Source name:Report\nd :Source name:Denial\n"
        "t1: a -- b :RIVALS source:s\nt2: a -- b :PARTNERS_WITH\ne :Evidence about:t1 stance:disputes source:d\n")
    page = Page(driver, "standing", str(graph))
    for edge, mark, words in (("t1", "?!", "disputed"), ("t2", "?", "no source")):
        check(mark in page.element(f"e_{edge}_words").text, f"the words of {edge} have the mark {mark}")
        driver.execute_script(
            "arguments[0].querySelector('path').dispatchEvent(new MouseEvent('click', {bubbles: true}))",
            page.element(f"e_{edge}"))
        check(words in page.element("details").text, f"{edge}: {page.element('details').text}")
    page.end()


def names(driver):
    """The script finds what the library finds."""
    code = NAMES.read_text().replace("export ", "")
    graph = "Graphs/ai-infrastructure.pg"
    words = [
        "알리바바", "ㅇㄹㅂㅂ", "알립", "알ㄹ", "ㅈㄱ", "정부", "Alibaba", "ＮＶＩＤＩＡ", "nvida", "Ma Jack", "ai", "AI인프라", "里巴", "华", "goverment",
        "ft", "usa", "a", "physical", "r&d", "gpt", "gpt-5", "ㅇㅍai", "엔비다아", "투자", "infrastructure ai", "wuh", "jackma", "c", "중국정부",
    ]
    rows = json.loads(entente(
        "query", graph, "UNWIND $words AS w CALL search(w) YIELD node, score RETURN w, node.id AS id, score", "--param",
        f"words={json.dumps(words, ensure_ascii=False)}", "--format", "json"))
    nodes = json.loads(entente("query", graph, "MATCH (n) RETURN n.id AS id, properties(n) AS all", "--format", "json"))
    things = []
    for node in nodes:
        texts = [node["id"]]
        for key, value in node["all"].items():
            if key.split("@")[0] in ("name", "alias"):
                texts += value if isinstance(value, list) else [value]
        things.append({"id": node["id"], "names": texts})
    found = driver.execute_script(
        code + """; return arguments[0].map((word) => findNames(word, arguments[1])
            .map(({ thing, score }) => [thing.id, score]));""", words, things)
    for word, matches in zip(words, found):
        library = {row["id"]: row["score"] for row in rows if row["w"] == word}
        script = dict(map(tuple, matches))
        check(set(library) == set(script), f"{word}: the library finds {sorted(library)}, the page {sorted(script)}")
        for id in set(library) & set(script):
            near = abs(library[id] - script[id]) < 0.06
            check(near, f"{word}: {id} has the score {library[id]} in the library, {script[id]} in the page")


driver = browser()
try:
    for part in (race, korean, alliances, bars, tiles, themes, story, standing, names):
        part(driver)
finally:
    driver.quit()
sys.exit(1 if failures else 0)
