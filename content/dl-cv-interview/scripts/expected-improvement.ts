/** A trial: the setting that was tried (each coordinate 0 to 1) and what came of it. */
export interface Trial {
  readonly x: number
  readonly y: number
  readonly value: number
}

/** Returns the density of the standard normal distribution. */
export const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)

/** Returns the distribution function of the standard normal distribution, by Simpson's rule from 0; 1 or 0 beyond ±8. */
export const distribution = (z: number): number => {
  if (Math.abs(z) > 8) return z > 0 ? 1 : 0
  const steps = 128
  const h = z / steps
  let sum = density(0) + density(z)
  for (let index = 1; index < steps; index++) sum += density(index * h) * (index % 2 === 0 ? 2 : 4)
  return 0.5 + (sum * h) / 3
}

/**
 * Returns the expected improvement over `best` of a normal variable with this mean and standard deviation.
 * Source: Jones, Schonlau and Welch, 1998, equation 15 (for maximising).
 */
export const expectedImprovement = (mean: number, deviation: number, best: number): number => {
  if (deviation <= 0) return Math.max(mean - best, 0)
  const z = (mean - best) / deviation
  return (mean - best) * distribution(z) + deviation * density(z)
}

/**
 * Returns mean and standard deviation of a Gaussian process at a point, given the trials so far.
 * Squared-exponential kernel of variance 0.3 around the trials' average; length scales 0.15 and 0.8, as maximum
 * likelihood would learn that the second coordinate hardly matters.
 * Source: Rasmussen and Williams, 2006, algorithm 2.1.
 */
export const posterior = (trials: readonly Trial[], x: number, y: number): { mean: number; deviation: number } => {
  const average = trials.reduce((sum, { value }) => sum + value, 0) / trials.length
  const factor = cholesky(trials.map((a) => trials.map((b) => kernel(a, b) + (a === b ? 1e-6 : 0))))
  const across = forward(
    factor,
    trials.map((trial) => kernel(trial, { x, y })),
  )
  const values = forward(
    factor,
    trials.map((trial) => trial.value - average),
  )
  const mean = across.reduce((sum, each, index) => sum + each * (values[index] ?? 0), average)
  const explained = across.reduce((sum, each) => sum + each * each, 0)
  return { mean, deviation: Math.sqrt(Math.max(variance - explained, 0)) }
}

type Point = Pick<Trial, 'x' | 'y'>

const variance = 0.3

const kernel = (a: Point, b: Point): number =>
  variance * Math.exp(-((a.x - b.x) ** 2) / (2 * 0.15 ** 2) - (a.y - b.y) ** 2 / (2 * 0.8 ** 2))

/** Lower triangle L with L Lᵀ = matrix. */
const cholesky = (matrix: readonly (readonly number[])[]): number[][] => {
  const lower: number[][] = []
  matrix.forEach((row, i) => {
    const current: number[] = []
    for (let j = 0; j <= i; j++) {
      const other = j === i ? current : (lower[j] ?? [])
      let sum = row[j] ?? 0
      for (let k = 0; k < j; k++) sum -= (current[k] ?? 0) * (other[k] ?? 0)
      current.push(i === j ? Math.sqrt(sum) : sum / (other[j] ?? 1))
    }
    lower.push(current)
  })
  return lower
}

/** Solves L u = right side. */
const forward = (lower: readonly (readonly number[])[], right: readonly number[]): number[] => {
  const solved: number[] = []
  right.forEach((value, i) => {
    const row = lower[i] ?? []
    const known = solved.reduce((sum, each, k) => sum + (row[k] ?? 0) * each, 0)
    solved.push((value - known) / (row[i] ?? 1))
  })
  return solved
}
