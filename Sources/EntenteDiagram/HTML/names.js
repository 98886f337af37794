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
