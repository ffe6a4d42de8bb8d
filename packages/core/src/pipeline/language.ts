/**
 * Returns the language that a text is most likely written in, as a BCP 47 tag: `zh-Hans`, `zh-Hant` or `zh`, `ja`, `ko`,
 * `ru`, `en`, and `und` where its script does not tell (French, say). Only a guess for articles that do not say it.
 *
 * @param text plain text of the article's questions; code and TeX in it count little.
 */
export function guessLanguage(text: string): string {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  const han = count(/\p{sc=Han}/gu)
  const kana = count(/[\p{sc=Hiragana}\p{sc=Katakana}]/gu)
  const hangul = count(/\p{sc=Hangul}/gu)
  const cyrillic = count(/\p{sc=Cyrillic}/gu)
  const latinWords = count(/\p{sc=Latin}+/gu)
  // A Han character says about as much as half a word; technical Chinese is full of English words.
  const weights = { han: (han + kana) / 2, hangul: hangul / 2, cyrillic: cyrillic / 6, latin: latinWords / 4 }
  const strongest = Math.max(...Object.values(weights))
  if (strongest === 0) return 'und'
  if (strongest === weights.han) return kana > han / 20 ? 'ja' : chinese(text)
  if (strongest === weights.hangul) return 'ko'
  if (strongest === weights.cyrillic) return 'ru'
  const english = count(/\b(?:the|of|and|is|are|what|which|how|why|to|in|a|an|for|with|that|it)\b/giu)
  return english >= latinWords / 12 ? 'en' : 'und'
}

/** Frequent characters that only one of the two ways of writing Chinese has, pair by pair. */
const simplified = /[们个这为说时国会学对发过没开样点经还进动种现问应关实长间]/gu
const traditional = /[們個這為說時國會學對發過沒開樣點經還進動種現問應關實長間]/gu

function chinese(text: string): string {
  const [hans, hant] = [text.match(simplified)?.length ?? 0, text.match(traditional)?.length ?? 0]
  if (hans > 2 * hant) return 'zh-Hans'
  return hant > 2 * hans ? 'zh-Hant' : 'zh'
}
