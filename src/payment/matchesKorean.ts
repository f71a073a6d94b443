const FIRST = 0xac00
const LAST = 0xd7a3
const PER_INITIAL = 588
const PER_VOWEL = 28
const initials = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'
/** Final consonants in the order of Unicode's syllables; none is first. */
const finals = ' ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ'
/** What a keyboard makes of two consonants typed in a row. */
const clusters: Record<string, string> = {
  ㄳ: 'ㄱㅅ',
  ㄵ: 'ㄴㅈ',
  ㄶ: 'ㄴㅎ',
  ㄺ: 'ㄹㄱ',
  ㄻ: 'ㄹㅁ',
  ㄼ: 'ㄹㅂ',
  ㄽ: 'ㄹㅅ',
  ㄾ: 'ㄹㅌ',
  ㄿ: 'ㄹㅍ',
  ㅀ: 'ㄹㅎ',
  ㅄ: 'ㅂㅅ',
}

/** Place among Unicode's Korean syllables; negative for anything else. */
function placeOf(letter: string | undefined): number {
  const code = letter?.charCodeAt(0) ?? 0
  return code >= FIRST && code <= LAST ? code - FIRST : -1
}

/** The consonant a syllable begins with; any other letter is itself. */
export function initialOf(letter: string): string {
  const place = placeOf(letter)
  return place < 0 ? letter : (initials[Math.floor(place / PER_INITIAL)] as string)
}

const plain = (text: string) => text.normalize('NFC').toLowerCase().replace(/\s/g, '')

/**
 * Does a text contain what was typed: as it stands, by initial consonants (초성), or as far as a syllable is finished?
 * Capitals and spaces do not count. An empty query matches everything.
 *
 * @example matchesKorean('신한카드', 'ㅅㅎ') // true
 * @example matchesKorean('하나카드', '한') // true: the keyboard shows 한 on the way to 하나
 */
export function matchesKorean(text: string, query: string): boolean {
  const letters = plain(text)
  const typed = plain(query).replace(/[ㄳ-ㅄ]/g, (cluster) => clusters[cluster] ?? cluster)
  for (let at = 0; at + typed.length <= letters.length; at++) {
    if ([...typed].every((letter, i) => fits(letters, at + i, letter, i === typed.length - 1))) return true
  }
  return false
}

function fits(letters: string, at: number, typed: string, isLast: boolean): boolean {
  const letter = letters[at] as string
  if (letter === typed || initialOf(letter) === typed) return true
  const [place, typedPlace] = [placeOf(letter), placeOf(typed)]
  if (place < 0 || typedPlace < 0 || !isLast) return false
  const final = typedPlace % PER_VOWEL
  if (Math.floor(place / PER_VOWEL) !== Math.floor(typedPlace / PER_VOWEL)) return false
  // 시 on the way to 신, 한 on the way to 하나.
  return final === 0 || (place % PER_VOWEL === 0 && initialOf(letters[at + 1] ?? '') === finals[final])
}
