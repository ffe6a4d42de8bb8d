import { normalisePrompt } from '../identity/normalise.ts'

/** The words and runs of characters of a title that are compared with those of another. */
export type Features = ReadonlySet<string>

/**
 * Returns what is compared of a title: its words (Chinese, Japanese: pairs of characters) and all runs of three
 * characters, so that both a changed word and a mended typing error leave most of it standing.
 */
export function titleFeatures(title: string): Features {
  const normalised = normalisePrompt(title)
  const features = new Set<string>()
  for (const word of normalised.match(
    /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]+|[^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]+/gu,
  ) ?? []) {
    if (/^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(word))
      for (const pair of runs(word, 2)) features.add(`w${pair}`)
    else features.add(`w${word}`)
  }
  for (const run of runs(` ${normalised} `, 3)) features.add(`c${run}`)
  return features
}

function runs(text: string, length: number): readonly string[] {
  const characters = [...text]
  if (characters.length <= length) return [text]
  return characters.slice(0, characters.length - length + 1).map((_, at) => characters.slice(at, at + length).join(''))
}

/**
 * Returns a measure of how like two titles are, from 0 to 1: the share of common features, in which what many titles of the
 * article have ("What is the difference between …") weighs little (Dice's coefficient with the weight log(1 + n / df)).
 *
 * @param all the features of every title of the article, old and new.
 */
export function likenessAmong(all: readonly Features[]): (a: Features, b: Features) => number {
  const counts = new Map<string, number>()
  for (const features of all) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const weigh = (feature: string) => Math.log(1 + all.length / (counts.get(feature) ?? 1))
  const totals = new Map(all.map((features) => [features, sum(features, weigh)]))
  return (a, b) => {
    const [small, large] = a.size <= b.size ? [a, b] : [b, a]
    let common = 0
    for (const feature of small) if (large.has(feature)) common += weigh(feature)
    const total = (totals.get(a) ?? 0) + (totals.get(b) ?? 0)
    return total === 0 ? 0 : (2 * common) / total
  }
}

function sum(features: Features, weigh: (feature: string) => number): number {
  let total = 0
  for (const feature of features) total += weigh(feature)
  return total
}
