/** Words that carry on a sentence behind a place or a title: none of them is ever part of an act's name. */
const CARRIES_ON: ReadonlySet<string> = new Set(
  (
    'skal kan er har må bør vil gælder fremgår finder følger bestemmer ikke medfører som der hvorefter hvoraf når hvis jf dog ophæves ' +
    'giver siger kræver fastsætter regulerer angår handler omfatter gør var blev bliver havde skulle kunne måtte at men idet fordi hvor ' +
    'også alene tillige ligeledes heller samtidig derfor omhandler beskriver stiller forudsætter pålægger ifølge træder udgår ændres affattes ' +
    'indsættes indeholder anvendes'
  ).split(' '),
)
const CONJUNCTIONS: ReadonlySet<string> = new Set(['og', 'eller', 'samt'])

export function carriesOn(word: string): boolean {
  return CARRIES_ON.has(word)
}

export function isConjunction(word: string): boolean {
  return CONJUNCTIONS.has(word)
}

/** "loven", "bekendtgørelsens": the act that is already in mind. */
export function isContextWord(word: string): boolean {
  return /^(?:loven|bekendtgørelsen|vejledningen|cirkulæret|forordningen|anordningen)s?$/u.test(word)
}

/** "sygedagpengelovens", "forvaltningslov", "databeskyttelsesforordningen": one word that names an act by its form. */
export function isActWord(word: string): boolean {
  return (
    /^\p{L}{2,}(?:lov|loven|forordning|forordningen|bekendtgørelse|bekendtgørelsen|vejledningen|traktaten|konventionen)s?$/u.test(word) &&
    !isContextWord(word)
  )
}

/** "LAB", "FVL", "SDL": two to eight letters, none of them small. */
export function isAbbreviation(raw: string): boolean {
  return /^\p{Lu}{2,8}$/u.test(raw)
}
