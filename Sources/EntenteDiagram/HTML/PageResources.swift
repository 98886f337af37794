// Made by Scripts/page-resources from page.css, names.js and page.js.
// swift-format-ignore-file

/// The style and the script of a page.
enum PageResources {
static let style = #"""
/* The page around a picture. Colours of the page change with the reader's scheme; those of the picture are turned. */
:root {
  color-scheme: light dark;
  --paper: #fff; --panel: #f6f8fa; --ink: #1f2933; --soft: #52606d; --line: #cbd2d9; --mark: #0b5fbf; --chosen: #dbeafe;
  font: 15px/1.45 Helvetica, Arial, "Apple SD Gothic Neo", "Noto Sans CJK KR", "Noto Sans KR", "Malgun Gothic", sans-serif;
}
:lang(zh) { font-family: Helvetica, Arial, "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", sans-serif; }
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #121212; --panel: #1b1f24; --ink: #e6e9ed; --soft: #a9b4bf; --line: #3b444d; --mark: #7ab8ff; --chosen: #16324f;
  }
  body:not([data-ground="dark"]) :is(#picture > svg, .swatch) { filter: invert(0.93) hue-rotate(180deg); }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html, body { height: 100%; margin: 0; }
body { display: flex; flex-direction: column; background: var(--paper); color: var(--ink); }
h1 { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
h2 { font-size: 1.15rem; margin: 0 1.5rem 0.2rem 0; }
h3 { font-size: 0.95rem; margin: 0.9rem 0 0.2rem; }
:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; }
button, input { font: inherit; color: inherit; }
button { background: var(--paper); border: 1px solid var(--line); border-radius: 6px; min-width: 2.2rem; min-height: 2.2rem; cursor: pointer; }
button:disabled { color: var(--soft); cursor: default; }
small, .what, small.note { color: var(--soft); }
.standing { font-weight: bold; }
#story { padding-bottom: 0.8rem; margin-bottom: 0.8rem; border-bottom: 1px solid var(--line); }
#step { min-height: 9rem; }
.steps { display: flex; flex-wrap: wrap; gap: 0.3rem; }
.steps button { padding: 0 0.6rem; }
#footnotes { font-size: 0.9rem; }
#footnotes li:target { background: var(--chosen); }

header { display: flex; flex-wrap: wrap; gap: 0.6rem 1.2rem; align-items: center; padding: 0.5rem 0.8rem; background: var(--panel); border-bottom: 1px solid var(--line); }
.search { position: relative; flex: 1 1 16rem; max-width: 28rem; }
#search { width: 100%; padding: 0.4rem 0.6rem; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; }
#search::placeholder { color: var(--soft); opacity: 1; }
#found { position: absolute; z-index: 2; inset: 100% 0 auto; max-height: 60vh; overflow: auto; margin: 2px 0 0; padding: 0.2rem; list-style: none; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; }
#found li { padding: 0.3rem 0.5rem; border-radius: 4px; cursor: pointer; }
#found .none { cursor: default; color: var(--soft); }
#found [aria-selected="true"] { background: var(--chosen); box-shadow: inset 3px 0 var(--mark); }
#time { display: flex; flex: 2 1 20rem; gap: 0.6rem; align-items: center; }
#time input { flex: 1; min-width: 8rem; accent-color: var(--mark); }
#time output { min-width: 5.5em; font-variant-numeric: tabular-nums; }
#time button { padding: 0 0.6rem; }
.zoom { display: flex; gap: 0.3rem; }

main { flex: 1; min-height: 0; display: flex; }
#picture { flex: 1; min-width: 0; overflow: hidden; }
#picture > svg { display: block; width: 100%; height: 100%; touch-action: none; user-select: none; -webkit-user-select: none; }
aside { width: 22rem; max-width: 40%; overflow: auto; padding: 0.8rem; background: var(--panel); border-left: 1px solid var(--line); }
#details { position: relative; padding-bottom: 0.8rem; margin-bottom: 0.8rem; border-bottom: 1px solid var(--line); }
.close { position: absolute; top: 0; right: 0; }
p { margin: 0.2rem 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.1rem 0.7rem; margin: 0.5rem 0; }
dt { grid-column: 1; color: var(--soft); }
dd { grid-column: 2; margin: 0; overflow-wrap: anywhere; }
ul, ol { margin: 0.2rem 0; padding-left: 1.4rem; }
blockquote { margin: 0.4rem 0; padding-left: 0.7rem; border-left: 3px solid var(--line); }
.go { padding: 0; min-width: 0; min-height: 1.5rem; border: 0; background: none; color: var(--mark); text-align: left; text-decoration: underline; vertical-align: top; }
a { color: var(--mark); }
.is-absent { opacity: 0.65; text-decoration: line-through; }
fieldset { margin: 0 0 0.8rem; padding: 0; border: 0; }
legend { font-weight: bold; padding: 0; margin-bottom: 0.2rem; }
label { display: block; padding: 0.1rem 0; }
header label { padding: 0; white-space: nowrap; }
.swatch { width: 24px; height: 12px; margin: 0 0.2rem; }
footer { padding: 0.3rem 0.8rem; font-size: 0.85rem; color: var(--soft); background: var(--panel); border-top: 1px solid var(--line); }
footer p { display: inline; margin-right: 1rem; }
#status { color: var(--ink); font-weight: bold; }
#table[open] { max-height: 45vh; overflow: auto; }
table { border-collapse: collapse; color: var(--ink); }
th, td { padding: 0.15rem 0.8rem 0.15rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }

.is-ready :is(.node, .edge, .words):not(.legend), .legend[data-kind] { cursor: pointer; }
#picture :is(.node, .edge) { outline-offset: 3px; }
#picture .node:focus-visible { outline: 3px solid #0b5fbf; }
#picture .is-hidden { display: none; }
#picture .has-focus :is(.node, .edge, .words):not(.is-near, .legend) { opacity: 0.15; }
#picture .node.is-selected > :is(polygon, ellipse, path) { stroke-width: 3.5; }
#picture .edge.is-selected > path { stroke-width: 5; }
#picture .edge:hover > path { stroke-width: 4; }
#picture .legend.is-off { opacity: 0.35; }
@media (prefers-reduced-motion: no-preference) { #picture :is(.node, .edge, .words) { transition: opacity 0.15s; } }
@media (max-width: 50rem) {
  html, body { height: auto; }
  main { display: block; }
  #picture { height: 65vh; }
  aside { width: auto; max-width: none; border-left: 0; border-top: 1px solid var(--line); }
}
@media print {
  :root { color-scheme: light; --paper: #fff; --panel: #fff; --ink: #000; --soft: #444; --line: #999; --mark: #000; }
  html, body { height: auto; display: block; }
  header, #filters, #keys, .steps, .close, summary { display: none; }
  main { display: block; }
  #picture > svg { height: auto; max-height: 23cm; filter: none !important; }
  #picture .has-focus :is(.node, .edge, .words):not(.is-near, .legend) { opacity: 1; }
  aside { width: auto; max-width: none; padding: 0; border: 0; overflow: visible; }
  #table::details-content { content-visibility: visible; display: block; }
  #table[open] { max-height: none; overflow: visible; }
  footer { border: 0; padding: 0.5cm 0 0; background: none; break-before: auto; }
  tr, li { break-inside: avoid; }
  .go { text-decoration: none; }
}

"""#

static let script = #"""
// Names in any script, found as `entente find` finds them: whatever the case, width and accents, by initial consonants
// of Hangul (ㅇㄹㅂㅂ for 알리바바), by a syllable that is still being typed (알립), and with typos.
//
// A name becomes keys: letters without case and accents, Hangul as the keys that type it. `words` and `units` say where
// words and syllables begin. See NameFolding, HangulKeys and NameQuery of the Swift library, which this follows.

const initials = [...'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'];
const medials = 'ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ'.split(' ');
const finals = ['', ...'ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ'.split(' ')];
const letters = {
  ß: 'ss', ς: 'σ', ø: 'o', đ: 'd', ł: 'l', ħ: 'h', ŧ: 't', ı: 'i', ȷ: 'j', æ: 'ae', œ: 'oe', þ: 'th', ð: 'd', ŋ: 'n', ĸ: 'k',
};
const marks = new RegExp(
  '[\\u0300-\\u036F\\u0483-\\u0489\\u0591-\\u05BD\\u05BF\\u05C1\\u05C2\\u05C4\\u05C5\\u05C7\\u0610-\\u061A\\u0640' +
    '\\u064B-\\u065F\\u0670\\u06D6-\\u06DC\\u06DF-\\u06E4\\u06E7\\u06E8\\u06EA-\\u06ED\\u1AB0-\\u1AFF\\u1DC0-\\u1DFF' +
    '\\u20D0-\\u20FF\\uFE00-\\uFE0F\\uFE20-\\uFE2F]', 'gu');

/** The letters that a character becomes, without case, width, accents and strokes. */
function plain(character) {
  let text = character.normalize('NFKD').toLowerCase().normalize('NFKD').replace(marks, '');
  text = [...text].map((letter) => letters[letter] ?? letter).join('');
  return text.replace(/[\u30A1-\u30F6\u30FD\u30FE]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

function characterClass(character) {
  if (/\p{Nd}/u.test(character) && character < '\u0080') return 'digit';
  if (/\p{Script=Hangul}/u.test(character)) return 'hangul';
  if (/\p{Script=Han}/u.test(character)) return 'han';
  if (/[\p{Script=Hiragana}\p{Script=Katakana}ー]/u.test(character)) return 'kana';
  if (/\p{Lu}/u.test(character)) return 'upper';
  return /\p{Ll}/u.test(character) ? 'lower' : '';
}

/** A name as keys; one of signs alone keeps them. */
export function foldName(name) {
  const folded = foldKeeping(name, false);
  return folded.keys.length > 0 ? folded : foldKeeping(name, true);
}

function foldKeeping(name, keepsSigns) {
  const keys = [];
  const words = [];
  const units = [];
  let beginsWord = true;
  let last = '';
  let syllable = ''; // how far the syllable before is: '', 'initial' or 'medial'
  const put = (key, isUnit) => {
    words.push(beginsWord);
    units.push(isUnit);
    keys.push(key);
    beginsWord = false;
  };
  for (const character of name) {
    if (!/[\p{L}\p{N}\p{M}]/u.test(character) && (!keepsSigns || /\s/u.test(character))) {
      beginsWord ||= !/\p{Cf}/u.test(character);
      continue;
    }
    const found = characterClass(character);
    const goesOn = ['upper lower', 'lower digit', 'upper digit'].includes(`${last} ${found}`);
    if (last && found && last !== found && !goesOn) beginsWord = true;
    if (found) last = found;
    for (const letter of plain(character)) {
      const code = letter.codePointAt(0);
      if (code >= 0x1100 && code <= 0x1112) {
        put(initials[code - 0x1100], true);
        syllable = 'initial';
      } else if (code >= 0x1161 && code <= 0x1175) {
        [...medials[code - 0x1161]].forEach((key, place) => put(key, place === 0 && syllable !== 'initial'));
        syllable = syllable === 'initial' ? 'medial' : '';
      } else if (code >= 0x11A8 && code <= 0x11C2) {
        for (const key of finals[code - 0x11A7]) put(key, syllable !== 'medial');
        syllable = '';
      } else if (keepsSigns || code >= 0x80 || /[a-z0-9]/.test(letter)) {
        put(letter, true);
        syllable = '';
      }
    }
  }
  return { keys, words, units };
}

const isConsonant = (key) => key >= '\u3131' && key <= '\u314E';

/** Words that are looked for: `score(name)` says how well they fit a folded name, from 1 down to 0. */
export class NameQuery {
  constructor(text) {
    this.folded = foldName(text);
    const { keys, words } = this.folded;
    const starts = keys.map((_, place) => place).filter((place) => words[place]);
    this.words = starts.map((start, index) => keys.slice(start, starts[index + 1] ?? keys.length));
    this.words.sort((left, right) => right.length - left.length);
    this.edits = keys.length < 4 ? 0 : keys.length < 8 ? 1 : keys.length < 14 ? 2 : 3;
  }

  score(name) {
    const { keys } = this.folded;
    if (keys.length === 0 || name.keys.length === 0) return 0;
    const place = this.place(name, (start) => begins(keys, name, start));
    if (place === 'start') return keys.length === name.keys.length ? 1 : 0.9;
    if (place === 'word') return 0.8;
    if (this.words.length > 1 && this.fitsWords(name)) return 0.75;
    if (place) return 0.7;
    if (keys.some(isConsonant)) {
      const found = this.place(name, (start) => this.fitsInitials(name, start));
      if (found) return { start: 0.65, word: 0.6, unit: 0.55 }[found];
    }
    const edits = this.edits > 0 ? this.typos(name) : Infinity;
    return edits <= this.edits ? 0.5 - 0.1 * edits : 0;
  }

  /** Where a name fits first: at its start, at a word, or within. */
  place(name, fits) {
    if (fits(0)) return 'start';
    let unit = null;
    for (let start = 1; start < name.keys.length; start += 1) {
      if (!name.units[start] || !fits(start)) continue;
      if (name.words[start]) return 'word';
      unit = 'unit';
    }
    return unit;
  }

  /** Whether each word begins a word of the name of its own; longer words choose first. */
  fitsWords(name) {
    const free = name.keys.map((_, place) => place).filter((place) => name.words[place]);
    return this.words.every((word) => {
      const chosen = free.findIndex((place) => begins(word, name, place));
      if (chosen >= 0) free.splice(chosen, 1);
      return chosen >= 0;
    });
  }

  /** Whether it fits where syllables of the name may be skipped after their initial consonant. */
  fitsInitials(name, start) {
    let place = start;
    for (const key of this.folded.keys) {
      if (name.keys[place] !== key) {
        if (place === start || !name.units[place - 1] || !isConsonant(name.keys[place - 1])) return false;
        while (place < name.keys.length && !name.units[place]) place += 1;
        if (name.keys[place] !== key) return false;
      }
      place += 1;
    }
    return true;
  }

  /** The fewest edits (insertions, deletions, replacements, swaps) to words of the name that stand together. */
  typos(name) {
    const { keys } = this.folded;
    let least = Infinity;
    for (let start = 0; start < name.keys.length; start += 1) {
      if (!name.words[start]) continue;
      const width = Math.min(name.keys.length - start, keys.length + this.edits);
      let before = [];
      let previous = Array.from({ length: width + 1 }, (_, column) => column);
      for (let row = 1; row <= keys.length; row += 1) {
        const current = [row];
        for (let column = 1; column <= width; column += 1) {
          const other = name.keys[start + column - 1];
          let cost = Math.min(
            previous[column - 1] + (keys[row - 1] === other ? 0 : 1), previous[column] + 1, current[column - 1] + 1);
          const isSwap = keys[row - 2] === other && keys[row - 1] === name.keys[start + column - 2];
          if (row > 1 && column > 1 && isSwap) cost = Math.min(cost, before[column - 2] + 1);
          current.push(cost);
        }
        before = previous;
        previous = current;
      }
      for (let column = 1; column <= width; column += 1) {
        const end = start + column;
        if (end === name.keys.length || name.words[end]) least = Math.min(least, previous[column]);
      }
    }
    return least < keys.length ? least : Infinity;
  }
}

function begins(keys, name, start) {
  return keys.length <= name.keys.length - start && keys.every((key, offset) => name.keys[start + offset] === key);
}

/** The things that words fit, the best first: each thing has `names`, a list of texts. */
export function findNames(text, things) {
  const query = new NameQuery(text);
  const found = [];
  for (const thing of things) {
    thing.foldedNames ??= thing.names.map(foldName);
    let best = { score: 0, name: '' };
    thing.foldedNames.forEach((name, place) => {
      const score = query.score(name);
      if (score > best.score) best = { score, name: thing.names[place] };
    });
    if (best.score > 0) found.push({ thing, ...best });
  }
  return found.sort((left, right) => right.score - left.score);
}

// The page around a picture: pan and zoom, search, details with sources, filters, a slider for dates, keyboard.
//
// The picture is the SVG in #picture; what it shows is the JSON in #data (see PageData of the Swift library): nodes and
// edges with the id of their group in the SVG, their properties and sources. Nothing is loaded, nothing is sent.

const data = JSON.parse(document.getElementById('data').textContent);
const words = pageWords(document.documentElement.lang);
const svg = document.querySelector('#picture svg');
const byId = (id) => document.getElementById(id);

/** Makes an element with attributes, listeners (as functions) and children. */
function make(name, attributes = {}, ...children) {
  const isDrawn = ['svg', 'line', 'rect'].includes(name);
  const element = isDrawn ? document.createElementNS('http://www.w3.org/2000/svg', name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(key, value);
    else if (value === true) element.setAttribute(key, '');
    else if (value !== false && value != null) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child != null));
  return element;
}

// --- What is drawn ---------------------------------------------------------------------------------------------------

/** An element of the data with what the data leaves out where it is empty. */
function whole(element) {
  const evidence = { sources: [], places: [], claims: [], by: [], quotes: [], ...element.evidence };
  // The words on a line may be a group of their own, above all lines; a tie stands twice in a timeline.
  const groups = ['', '_words', '_2'].map((end) => byId(element.group + end)).filter(Boolean);
  return { properties: [], standing: [], notes: [], ...element, evidence, groups, element: groups[0] };
}

const nodes = data.nodes.map((node) => ({ ...whole(node), name: node.names[0], isNode: true, edges: [] }));
const edges = data.edges.map((edge) => ({
  ...whole(edge), ...data.types[edge.type], isNode: false, source: nodes[edge.from], target: nodes[edge.to],
}));
for (const edge of edges) {
  edge.source.edges.push(edge);
  if (edge.target !== edge.source) edge.target.edges.push(edge);
}
const things = [...nodes, ...edges];
const thingOf = new Map(things.flatMap((thing) => thing.groups.map((group) => [group, thing])));

/** Gives a thing's groups a class, or takes it away. */
function mark(thing, name, isOn) {
  for (const group of thing?.groups ?? []) group.classList.toggle(name, isOn);
}

/** A relationship in words: who, what, whom. */
function sentence(edge) {
  return `${edge.source.name} ${edge.directed ? '→' : '–'} ${edge.target.name}: ${edge.what}`;
}

const nameOf = (thing) => (thing.isNode ? thing.name : sentence(thing));

/** The thing whose group of the picture an event happened in. */
function thingAt(target) {
  const group = target instanceof Element ? target.closest('g.node, g.edge, g.words') : null;
  return group ? thingOf.get(group) : undefined;
}

// --- What is shown: filters and the date -----------------------------------------------------------------------------

const hidden = { kinds: new Set(), types: new Set() };
let moment = null; // one of data.times, or null for all times
let shownByStep = null; // what the step of a story shows, or null for all

/** Whether something holds as of the moment: it began before that ends, and had not ended when that began. */
function holds(thing) {
  if (!moment) return true;
  return (thing.since == null || thing.since <= moment.end) && (thing.until == null || moment.start < thing.until);
}

const isShown = (thing) => !thing.isHidden;

function showAll() {
  const isInStep = (thing) => !shownByStep || shownByStep.has(thing);
  for (const node of nodes) show(node, !hidden.kinds.has(node.kind) && holds(node) && isInStep(node));
  for (const edge of edges) {
    show(edge, !hidden.types.has(edge.type) && holds(edge) && isInStep(edge) && isShown(edge.source) && isShown(edge.target));
  }
  const [nodeCount, edgeCount] = [nodes.filter(isShown).length, edges.filter(isShown).length];
  const isWhole = nodeCount === nodes.length && edgeCount === edges.length;
  const counts = words.counts(nodeCount, nodes.length, edgeCount, edges.length);
  say(isWhole && !moment ? '' : moment ? `${moment.label}: ${counts}` : counts);
  if (selected && !isShown(selected)) select(null);
  if (byId('table').open) fillTable();
}

/** What is shown, in words: on the page and for those who hear it. */
function say(text) {
  shownWords = text;
  byId('status').textContent = text;
}

let shownWords = '';

/** What is not drawn at all, as lines among tiles, is still told in words. */
function show(thing, isVisible) {
  thing.isHidden = !isVisible;
  mark(thing, 'is-hidden', !isVisible);
}

function filters() {
  const list = (title, entries, set) => make('fieldset', {}, make('legend', {}, title), ...entries.map((entry) => {
    const change = (event) => {
      if (event.target.checked) set.delete(entry.key); else set.add(entry.key);
      showAll();
      markLegend();
    };
    const box = make('input', { type: 'checkbox', checked: true, 'data-key': entry.key, change });
    return make('label', {}, box, swatch(entry.look), ` ${entry.name} `, make('small', {}, `${entry.count}`));
  }));
  const entries = (all, key, name, looks) => {
    const found = new Map();
    for (const thing of all) {
      const entry = found.get(thing[key]) ?? { key: thing[key], name: name(thing), look: looks[thing.kind], count: 0 };
      entry.count += 1;
      found.set(thing[key], entry);
    }
    return [...found.values()];
  };
  const kinds = entries(nodes, 'kind', (node) => data.nodeKinds[node.kind]?.name ?? node.kind, data.nodeKinds);
  const types = entries(edges, 'type', (edge) => edge.what, data.edgeKinds);
  byId('filters').append(list(words.kinds, kinds, hidden.kinds), list(words.types, types, hidden.types));
}

/** A sample of how a kind looks: an area for nodes, a line for edges. */
function swatch(look) {
  const sample = make('svg', { class: 'swatch', viewBox: '0 0 24 12', 'aria-hidden': 'true' });
  if (look?.fill) {
    sample.append(make('rect', { x: 3, y: 1, width: 18, height: 10, fill: look.fill, stroke: look.stroke }));
  } else if (look) {
    const dashes = { dashed: '5 3', dotted: '1.5 2.5' }[look.line];
    sample.append(make('line', {
      x1: 0, y1: 6, x2: 24, y2: 6, stroke: look.stroke, 'stroke-width': 2.2, 'stroke-dasharray': dashes,
    }));
  }
  return sample;
}

/** The legend in the picture: a click shows or hides a kind, as the boxes do, which keys and screen readers reach. */
function legend() {
  for (const group of svg.querySelectorAll('g.legend')) {
    const kind = [...group.classList].find((name) => data.nodeKinds[name] ?? data.edgeKinds[name]);
    if (!kind) continue;
    group.dataset.kind = kind;
    group.addEventListener('click', () => {
      const isEdge = group.classList.contains('edge');
      const keys = isEdge ? edges.filter((edge) => edge.kind === kind).map((edge) => edge.type) : [kind];
      const boxes = [...byId('filters').querySelectorAll('input')].filter((box) => keys.includes(box.dataset.key));
      const isOn = boxes.some((box) => box.checked);
      for (const box of boxes) if (box.checked === isOn) box.click();
    });
  }
  markLegend();
}

function markLegend() {
  for (const group of svg.querySelectorAll('g[data-kind]')) {
    const { kind } = group.dataset;
    const isOff = group.classList.contains('edge')
      ? edges.filter((edge) => edge.kind === kind).every((edge) => hidden.types.has(edge.type)) : hidden.kinds.has(kind);
    group.classList.toggle('is-off', isOff);
  }
}

function slider() {
  if (data.times.length < 2) return;
  const range = make('input', {
    type: 'range', id: 'moment', min: 0, max: data.times.length - 1, value: 0, step: 1, 'aria-label': words.asOf,
    input: () => set(data.times[Number(range.value)]),
  });
  const label = make('output', { for: 'moment' });
  const all = make('button', { type: 'button', click: () => set(null) }, words.allTimes);
  const set = (time) => {
    moment = time;
    label.textContent = time ? words.when(time.label) : words.allTimes;
    range.setAttribute('aria-valuetext', label.textContent);
    all.disabled = !time;
    showAll();
  };
  byId('time').append(make('label', { for: 'moment' }, words.asOf), range, label, all);
  byId('time').hidden = false;
  set(null);
}

/** The steps of a story: each shows a part of the picture, and says something about it. */
function story() {
  const all = data.steps;
  if (all.length === 0) return;
  let place = -1;
  const back = make('button', { type: 'button', id: 'previous', click: () => go(place - 1) }, `← ${words.previous}`);
  const next = make('button', { type: 'button', id: 'next', click: () => go(place + 1) }, `${words.next} →`);
  const whole = make('button', { type: 'button', id: 'all-steps', click: () => go(-1) }, words.allSteps);
  const text = make('div', { id: 'step', 'aria-live': 'polite' });
  const go = (wanted) => {
    place = Math.min(Math.max(wanted, -1), all.length - 1);
    const step = all[place];
    shownByStep = step ? new Set([...step.nodes.map((index) => nodes[index]), ...step.edges.map((index) => edges[index])]) : null;
    back.disabled = place < 0;
    next.disabled = place === all.length - 1;
    whole.disabled = place < 0;
    text.replaceChildren(...(step
      ? [make('p', { class: 'what' }, `${place + 1} / ${all.length}`), make('h2', {}, step.title), make('p', {}, step.text ?? '')]
      : [make('p', { class: 'what' }, words.allSteps)]));
    select(null);
    showAll();
  };
  byId('story').append(text, make('div', { class: 'steps' }, back, next, whole));
  byId('story').hidden = false;
  document.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest('input, #picture svg')) return;
    const steps = { ArrowRight: 1, PageDown: 1, n: 1, ArrowLeft: -1, PageUp: -1, p: -1 }[event.key];
    if (!steps) return;
    go(place + steps);
    event.preventDefault();
  });
  go(Number(/^#step-(\d+)$/.exec(location.hash)?.[1] ?? 1) - 1);
}

// --- Looking closer: the neighbourhood, a selection, its details --------------------------------------------------------

let selected = null;

/** Dims all but a thing and what it is tied to. */
function highlight(thing) {
  for (const other of things) mark(other, 'is-near', false);
  svg.classList.toggle('has-focus', thing != null);
  if (!thing) return;
  const near = thing.isNode
    ? [thing, ...thing.edges.flatMap((edge) => (isShown(edge) ? [edge, edge.source, edge.target] : []))]
    : [thing, thing.source, thing.target];
  for (const other of near) mark(other, 'is-near', true);
}

function select(thing, moves = false) {
  mark(selected, 'is-selected', false);
  selected = thing;
  mark(thing, 'is-selected', true);
  highlight(thing);
  fillDetails();
  if (!thing) return;
  if (thing.isNode && thing.element) setCurrent(thing);
  if (moves) bringIntoView(thing);
}

function fillDetails() {
  const panel = byId('details');
  panel.replaceChildren();
  panel.hidden = !selected;
  if (!selected) return;
  const close = make('button', {
    type: 'button', class: 'close', 'aria-label': words.close, click: () => { select(null); current?.element.focus(); },
  }, '×');
  panel.append(close, make('h2', { tabindex: -1 }, nameOf(selected)));
  if (selected.isNode) {
    panel.append(make('p', { class: 'what' }, data.nodeKinds[selected.kind]?.name ?? ''));
  } else {
    panel.append(make('p', { class: 'what' }, go(selected.source), selected.directed ? ' → ' : ' – ', go(selected.target)));
  }
  if (selected.properties.length > 0) {
    panel.append(make('dl', {}, ...selected.properties.flatMap(([key, values]) => [
      make('dt', {}, key), ...values.map((value) => make('dd', {}, text(value))),
    ])));
  }
  if (selected.standing.length > 0) panel.append(make('p', { class: 'standing' }, selected.standing.join(' · ')));
  if (selected.when) panel.append(make('p', { class: 'when' }, `${words.time}: ${selected.when}`));
  panel.append(...evidence(selected));
  if (selected.isNode && selected.edges.length > 0) {
    const items = selected.edges.map((edge) => make('li', { class: isShown(edge) ? '' : 'is-absent' }, go(edge), ...notes(edge)));
    panel.append(make('h3', {}, words.relationships), make('ul', {}, ...items));
  }
}

/** A text, as a link where it is one. */
function text(value) {
  return /^https?:\/\/\S+$/.test(value) ? make('a', { href: value, rel: 'noreferrer', target: '_blank' }, value) : value;
}

/** A button that leads to a thing of the picture. */
function go(thing) {
  return make('button', { type: 'button', class: 'go', click: () => { select(thing, true); byId('details').querySelector('h2').focus(); } }, nameOf(thing));
}

/** The numbers of what something rests on, as small marks: its footnotes where there are some, else its sources. */
function notes(edge) {
  if (data.footnotes.length > 0) {
    return edge.notes.map((place) => make('a', { class: 'note', href: `#note-${place + 1}` }, ` [${place + 1}]`));
  }
  const numbers = edge.evidence.sources.map((place) => place + 1);
  return numbers.length > 0 ? [make('small', { class: 'note' }, ` [${numbers.join(', ')}]`)] : [];
}

/** The footnotes as a list, each with the elements that rest on it. */
function footnotes() {
  if (data.footnotes.length === 0) return;
  const items = data.footnotes.map((text, place) => make('li', { id: `note-${place + 1}` },
    `${text.replace(/^\[\d+\] /, '')} `,
    ...things.filter((thing) => thing.notes.includes(place)).flatMap((thing) => [go(thing), ' '])));
  byId('footnotes').append(make('h2', {}, words.footnotes), make('ol', {}, ...items));
  byId('footnotes').hidden = false;
}

/** What something rests on: its sources with their places, quotes, who says it. */
function evidence(thing) {
  const found = thing.evidence;
  const lines = [];
  for (const place of found.sources) {
    const source = data.sources[place];
    const title = source.link
      ? make('a', { href: source.link, rel: 'noreferrer', target: '_blank' }, source.name) : make('span', {}, source.name);
    const more = source.details.map(([key, value]) => `${key}: ${value}`).join(' · ');
    lines.push(make('li', { value: data.footnotes.length > 0 ? null : place + 1 }, title, more ? make('small', {}, ` ${more}`) : null));
  }
  const parts = [];
  if (thing.notes.length > 0) parts.push(make('p', {}, ...notes(thing)));
  if (lines.length > 0) parts.push(make('h3', {}, words.sources), make('ol', { class: 'sources' }, ...lines));
  if (found.places.length > 0) parts.push(make('p', { class: 'places' }, `${words.places} ${found.places.join(', ')}`));
  if (found.claims.length > 0) parts.push(make('p', { class: 'claims' }, `${words.claims} ${found.claims.join(', ')}`));
  if (found.by.length > 0) parts.push(make('p', { class: 'by' }, `${words.by} ${found.by.join(', ')}`));
  for (const quote of found.quotes) parts.push(make('blockquote', {}, quote));
  if (parts.length === 0 && !thing.isNode) parts.push(make('p', { class: 'unsourced' }, words.unsourced));
  return parts;
}

// --- Search ----------------------------------------------------------------------------------------------------------

function search() {
  const box = byId('search');
  const list = byId('found');
  let options = [];
  let active = -1;

  const close = () => {
    list.hidden = true;
    options = [];
    active = -1;
    box.setAttribute('aria-expanded', 'false');
    box.removeAttribute('aria-activedescendant');
    say(shownWords);
  };
  const activate = (place) => {
    active = place;
    [...list.children].forEach((item, index) => item.setAttribute('aria-selected', `${index === place}`));
    if (place >= 0) {
      box.setAttribute('aria-activedescendant', `found-${place}`);
      list.children[place].scrollIntoView({ block: 'nearest' });
    }
  };
  const choose = (place) => {
    const found = options[place];
    if (!found) return;
    box.value = found.thing.name;
    close();
    select(found.thing, true);
  };
  const update = () => {
    const text = box.value.trim();
    if (!text) return close();
    options = findNames(text, nodes).slice(0, 12);
    list.replaceChildren(...options.map(({ thing, name }, place) => {
      const other = name === thing.name ? '' : name;
      return make('li', {
        id: `found-${place}`, role: 'option', pointerdown: (event) => { event.preventDefault(); choose(place); },
      }, make('span', {}, thing.name), make('small', {}, ` ${other} ${data.nodeKinds[thing.kind]?.name ?? ''}`));
    }));
    if (options.length === 0) list.append(make('li', { class: 'none' }, words.nothing(text)));
    list.hidden = false;
    box.setAttribute('aria-expanded', 'true');
    byId('status').textContent = words.matches(options.length);
    activate(options.length > 0 ? 0 : -1);
  };
  box.addEventListener('input', update);
  box.addEventListener('focus', () => { box.select(); update(); });
  box.addEventListener('blur', close);
  box.addEventListener('keydown', (event) => {
    // A key that ends a composition of Hangul or Chinese chooses nothing.
    if (event.isComposing) return;
    const steps = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (steps && options.length > 0) activate((active + steps + options.length) % options.length);
    else if (event.key === 'Enter') choose(Math.max(0, active));
    else if (event.key === 'Escape') { box.value = ''; close(); }
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

// --- Pan and zoom ----------------------------------------------------------------------------------------------------

const home = svg.getAttribute('viewBox').split(/[\s,]+/).map(Number);
let view = [...home];

function setView([x, y, width, height]) {
  const scale = Math.min(Math.max(width / home[2], 0.02), 4) * home[2] / width;
  view = [x, y, width * scale, height * scale];
  svg.setAttribute('viewBox', view.map((number) => number.toFixed(2)).join(' '));
}

/** Zooms by a factor and keeps a point of the picture where it is. */
function zoom(factor, point = { x: view[0] + view[2] / 2, y: view[1] + view[3] / 2 }) {
  const [x, y, width, height] = view;
  setView([point.x - (point.x - x) / factor, point.y - (point.y - y) / factor, width / factor, height / factor]);
}

/** Where on the picture a place of the window is. */
function pointAt(clientX, clientY) {
  return new DOMPoint(clientX, clientY).matrixTransform(svg.getScreenCTM().inverse());
}

/** The box around a thing, in the picture's own measure. */
function boxOf(thing) {
  const box = thing.element.getBBox();
  const matrix = svg.getScreenCTM().inverse().multiply(thing.element.getScreenCTM());
  const from = new DOMPoint(box.x, box.y).matrixTransform(matrix);
  const to = new DOMPoint(box.x + box.width, box.y + box.height).matrixTransform(matrix);
  return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2, width: to.x - from.x, height: to.y - from.y };
}

function bringIntoView(thing) {
  if (!thing.element) return;
  const { x, y, width, height } = boxOf(thing);
  const [left, top, across, down] = view;
  const isInside = x - width / 2 > left && x + width / 2 < left + across && y - height / 2 > top && y + height / 2 < top + down;
  if (!isInside) setView([x - across / 2, y - down / 2, across, down]);
}

function panAndZoom() {
  const pointers = new Map();
  let moved = 0;
  svg.addEventListener('wheel', (event) => {
    event.preventDefault();
    zoom(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0015)), pointAt(event.clientX, event.clientY));
  }, { passive: false });
  svg.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    moved = pointers.size > 1 ? Infinity : 0;
  });
  svg.addEventListener('pointermove', (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    moved += Math.abs(event.clientX - before.x) + Math.abs(event.clientY - before.y);
    if (moved < 5) return;
    if (moved < Infinity) svg.setPointerCapture(event.pointerId);
    const [from, to] = [pointAt(before.x, before.y), pointAt(event.clientX, event.clientY)];
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const still = pointAt(other.x, other.y);
      const [old, now] = [from, to].map((point) => Math.hypot(point.x - still.x, point.y - still.y));
      if (old > 0 && now > 0) zoom(now / old, still);
    } else {
      setView([view[0] + from.x - to.x, view[1] + from.y - to.y, view[2], view[3]]);
    }
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  for (const name of ['pointerup', 'pointercancel']) {
    window.addEventListener(name, (event) => pointers.delete(event.pointerId));
  }
  svg.addEventListener('click', (event) => {
    if (moved >= 5) return;
    if (event.target.closest('g.legend')) return;
    const thing = thingAt(event.target);
    if (event.target.closest('a') && thing) event.preventDefault();
    select(thing ?? null);
  });
  svg.addEventListener('pointerover', (event) => {
    if (pointers.size === 0) highlight(thingAt(event.target) ?? selected);
  });
  svg.addEventListener('pointerleave', () => highlight(selected));
  byId('larger').addEventListener('click', () => zoom(1.4));
  byId('smaller').addEventListener('click', () => zoom(1 / 1.4));
  byId('whole').addEventListener('click', () => setView(home));
}

// --- Keyboard and screen readers -------------------------------------------------------------------------------------

let current = null; // the node that the keyboard stands on: the picture is one stop of the Tab key

function setCurrent(node) {
  current?.element.setAttribute('tabindex', '-1');
  current = node;
  node.element.setAttribute('tabindex', '0');
}

/** The nearest node in a direction. */
function neighbour(node, [across, down]) {
  const from = boxOf(node);
  let best = null;
  for (const other of nodes) {
    if (other === node || !other.element || !isShown(other)) continue;
    const to = boxOf(other);
    const ahead = (to.x - from.x) * across + (to.y - from.y) * down;
    const aside = Math.abs((to.x - from.x) * down) + Math.abs((to.y - from.y) * across);
    const distance = ahead + 2 * aside;
    if (ahead > 0 && aside <= 2 * ahead && (!best || distance < best.distance)) best = { node: other, distance };
  }
  return best?.node;
}

function keyboard() {
  svg.setAttribute('role', 'group');
  for (const node of nodes) {
    if (!node.element) continue;
    node.element.setAttribute('role', 'button');
    node.element.setAttribute('tabindex', '-1');
    const kind = data.nodeKinds[node.kind]?.name ?? '';
    node.element.setAttribute('aria-label', `${node.name}, ${kind}, ${words.ties(node.edges.length)}`);
  }
  for (const edge of edges) {
    edge.element?.setAttribute('role', 'img');
    edge.element?.setAttribute('aria-label', sentence(edge));
  }
  const first = nodes.find((node) => node.element);
  if (first) setCurrent(first);
  svg.addEventListener('focusin', (event) => {
    const thing = thingAt(event.target);
    if (!thing?.isNode) return;
    setCurrent(thing);
    highlight(thing);
    bringIntoView(thing);
  });
  svg.addEventListener('focusout', () => highlight(selected));
  svg.addEventListener('keydown', (event) => {
    const thing = thingAt(event.target);
    if (!thing || event.altKey || event.ctrlKey || event.metaKey) return;
    const direction = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[event.key];
    if (direction) neighbour(thing, direction)?.element.focus();
    else if (event.key === 'Enter' || event.key === ' ') {
      select(thing);
      byId('details').querySelector('h2').focus();
    } else return;
    event.preventDefault();
  });
  document.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest('input:not([type=checkbox])')) return;
    if (event.key === '/') byId('search').focus();
    else if (event.key === '+' || event.key === '=') zoom(1.4);
    else if (event.key === '-') zoom(1 / 1.4);
    else if (event.key === '0') setView(home);
    else if (event.key === 'Escape' && selected) { select(null); current?.element.focus(); }
    else return;
    event.preventDefault();
  });
}

// --- The same as a table, and on paper --------------------------------------------------------------------------------

function fillTable() {
  const cell = (text) => make('td', {}, text);
  const rows = edges.filter(isShown).map((edge) => make('tr', {},
    cell(edge.source.name), cell(edge.what), cell(edge.target.name), cell(edge.when ?? ''),
    make('td', {}, ...notes(edge), ` ${edge.evidence.places.join(', ')}`)));
  const head = [words.from, words.relationship, words.to, words.time, words.sources];
  const sources = data.sources.map((source) => make('li', {}, source.name));
  byId('rows').replaceChildren(
    make('table', {}, make('thead', {}, make('tr', {}, ...head.map((text) => make('th', { scope: 'col' }, text)))),
      make('tbody', {}, ...rows)),
    make('ol', { class: 'sources' }, ...sources));
}

function texts() {
  byId('search').placeholder = words.search;
  byId('search').setAttribute('aria-label', words.search);
  byId('found').setAttribute('aria-label', words.found);
  const buttons = { larger: words.larger, smaller: words.smaller, whole: words.whole };
  for (const [id, text] of Object.entries(buttons)) {
    byId(id).setAttribute('aria-label', text);
    byId(id).title = text;
  }
  byId('table').querySelector('summary').textContent = words.table;
  byId('side').setAttribute('aria-label', words.side);
  byId('keys').textContent = words.keys;
}

/** The words of the page in a language. */
function pageWords(language) {
  const english = {
    search: 'Find a name, in any script', found: 'Found', nothing: (text) => `Nothing is called “${text}”`,
    matches: (count) => `${count} found`, kinds: 'What', types: 'Relationships', asOf: 'As of', allTimes: 'all times',
    when: (label) => label, relationships: 'Relationships', sources: 'Sources', places: 'Where in it:',
    claims: 'Claims:', by: 'Said by:', unsourced: 'No source is given.', footnotes: 'Footnotes', previous: 'Previous', next: 'Next', allSteps: 'all together', close: 'Close', larger: 'Larger',
    smaller: 'Smaller', whole: 'Whole picture', table: 'As a table', side: 'Details and filters', from: 'From',
    relationship: 'Relationship', to: 'To', time: 'When', ties: (count) => (count === 1 ? '1 relationship' : `${count} relationships`),
    counts: (a, all, b, every) => `${a} of ${all} nodes, ${b} of ${every} relationships`,
    keys: 'Keys: / finds, arrows go from node to node, Enter shows details, Esc closes, + − 0 zoom.',
  };
  const korean = {
    search: '이름 찾기 (모든 문자, 초성 가능)', found: '찾은 이름', nothing: (text) => `‘${text}’에 맞는 이름이 없습니다`,
    matches: (count) => `${count}개 찾음`, kinds: '종류', types: '관계', asOf: '시점', allTimes: '모든 시점',
    when: (label) => label, relationships: '관계', sources: '출처', places: '출처 속 위치:', claims: '주장:',
    by: '말한 이:', unsourced: '출처가 없습니다.', footnotes: '각주', previous: '이전', next: '다음', allSteps: '한꺼번에', close: '닫기', larger: '확대', smaller: '축소', whole: '전체 보기',
    table: '표로 보기', side: '자세히 보기와 거르기', from: '누가', relationship: '관계', to: '누구와', time: '언제',
    ties: (count) => `관계 ${count}개`, counts: (a, all, b, every) => `노드 ${all}개 중 ${a}개, 관계 ${every}개 중 ${b}개`,
    keys: '글쇠: / 찾기, 화살표로 이동, Enter 자세히, Esc 닫기, + − 0 확대와 축소.',
  };
  const chinese = {
    search: '查找名称（任何文字）', found: '查找结果', nothing: (text) => `没有名为“${text}”的`,
    matches: (count) => `找到${count}个`, kinds: '种类', types: '关系', asOf: '时间', allTimes: '全部时间',
    when: (label) => label, relationships: '关系', sources: '来源', places: '出处位置：', claims: '主张：', by: '说法来自：',
    unsourced: '没有给出来源。', footnotes: '脚注', previous: '上一步', next: '下一步', allSteps: '全部', close: '关闭', larger: '放大', smaller: '缩小', whole: '全图', table: '以表格显示',
    side: '详情与筛选', from: '从', relationship: '关系', to: '到', time: '时间', ties: (count) => `${count}条关系`,
    counts: (a, all, b, every) => `${all}个节点中的${a}个，${every}条关系中的${b}条`,
    keys: '按键：/ 查找，方向键移动，Enter 详情，Esc 关闭，+ − 0 缩放。',
  };
  return { ...english, ...{ ko: korean, zh: chinese }[language.slice(0, 2).toLowerCase()] };
}

texts();
filters();
footnotes();
legend();
slider();
search();
panAndZoom();
keyboard();
story();
byId('table').addEventListener('toggle', () => byId('table').open && fillTable());
window.addEventListener('beforeprint', fillTable);
document.body.classList.add('is-ready');
try {
  const [best] = findNames(decodeURIComponent(location.hash.slice(1)), nodes);
  if (best) select(best.thing, true);
} catch { /* A part behind # that is no text names nobody. */ }

"""#
}
