import { describe, expect, test } from 'vitest'
import { density, distribution, expectedImprovement } from '../scripts/expected-improvement.ts'

/** The central difference of `f` at `x`. */
const slope = (f: (x: number) => number, x: number, h = 1e-6): number => (f(x + h) - f(x - h)) / (2 * h)

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

const dot = (a: readonly number[], b: readonly number[]): number =>
  sum(a.map((value, index) => value * (b[index] ?? 0)))

describe('question 14', () => {
  const smooth = (x: number): number => (Math.abs(x) < 1 ? 0.5 * x * x : Math.abs(x) - 0.5)
  const huber = (x: number, delta: number): number =>
    Math.abs(x) <= delta ? 0.5 * x * x : delta * (Math.abs(x) - 0.5 * delta)

  test('the gradient of Smooth L1 is x within 1 and the sign beyond', () => {
    for (const x of [-7, -1.2, -0.9, -0.1, 0.3, 0.99, 1.01, 4])
      expect(slope(smooth, x)).toBeCloseTo(Math.abs(x) < 1 ? x : Math.sign(x), 6)
  })

  test('Smooth L1 with β is the Huber loss divided by β', () => {
    for (const beta of [0.1, 1, 2.5])
      for (const x of [-3, -0.05, 0, 0.7, 2.5, 9]) {
        const general = Math.abs(x) < beta ? (0.5 * x * x) / beta : Math.abs(x) - 0.5 * beta
        expect(general).toBeCloseTo(huber(x, beta) / beta, 12)
      }
  })
})

describe('question 15', () => {
  const epsilon = 1e-5
  const forward = (x: readonly number[], gamma: number, beta: number): { y: number[]; hat: number[]; root: number } => {
    const mean = sum(x) / x.length
    const root = Math.sqrt(sum(x.map((value) => (value - mean) ** 2)) / x.length + epsilon)
    const hat = x.map((value) => (value - mean) / root)
    return { y: hat.map((value) => gamma * value + beta), hat, root }
  }
  const x: readonly number[] = [0.3, -1.1, 2.4, 0.9, -0.2]
  const [gamma, beta] = [1.7, -0.4] as const
  /** A loss with unlike gradients in every place. */
  const loss = (y: readonly number[]): number => sum(y.map((value, index) => (index + 1) * Math.sin(value)))
  const { y, hat, root } = forward(x, gamma, beta)
  const g = y.map((value, index) => (index + 1) * Math.cos(value))

  test('the gradient for the input is the one of finite differences', () => {
    x.forEach((value, i) => {
      const printed = (gamma / (x.length * root)) * (x.length * (g[i] ?? 0) - sum(g) - (hat[i] ?? 0) * dot(g, hat))
      const measured = slope((moved) => loss(forward(x.with(i, moved), gamma, beta).y), value)
      expect(printed).toBeCloseTo(measured, 6)
    })
  })

  test('so are the gradients for γ and β', () => {
    expect(dot(g, hat)).toBeCloseTo(
      slope((moved) => loss(forward(x, moved, beta).y), gamma),
      6,
    )
    expect(sum(g)).toBeCloseTo(
      slope((moved) => loss(forward(x, gamma, moved).y), beta),
      6,
    )
  })
})

describe('question 26', () => {
  test('with batch normalisation, weights a times larger leave the output alone and get gradients a times smaller', () => {
    const first = [0.4, -1, 2, 0.1, 0.7, -0.6]
    const second = [1.1, 0.3, -0.5, 0.8, -1.4, 0.2]
    const loss = (v: number, w: number): number => {
      const u = first.map((value, index) => v * value + w * (second[index] ?? 0))
      return sum(normalised(u).map((value, index) => Math.cos(value * index)))
    }
    const [v, w, a] = [0.8, -0.3, 5] as const
    expect(loss(a * v, a * w)).toBeCloseTo(loss(v, w), 10)
    const gradient = slope((moved) => loss(moved, w), v)
    expect(Math.abs(gradient)).toBeGreaterThan(0.1)
    expect(slope((moved) => loss(moved, a * w), a * v)).toBeCloseTo(gradient / a, 6)
  })

  const normalised = (u: readonly number[]): number[] => {
    const mean = sum(u) / u.length
    const root = Math.sqrt(sum(u.map((value) => (value - mean) ** 2)) / u.length)
    return u.map((value) => (value - mean) / root)
  }
})

describe('question 19', () => {
  const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))
  const elu = (x: number): number => (x > 0 ? x : Math.exp(x) - 1)

  test('the derivatives of sigmoid, tanh and ELU are those of finite differences', () => {
    for (const x of [-3, -0.5, 0.2, 2]) {
      expect(sigmoid(x) * (1 - sigmoid(x))).toBeCloseTo(slope(sigmoid, x), 8)
      expect(1 - Math.tanh(x) ** 2).toBeCloseTo(slope(Math.tanh, x), 8)
      expect(x > 0 ? 1 : Math.exp(x)).toBeCloseTo(slope(elu, x), 8)
    }
  })

  test('the sigmoid is steepest at 0, with slope 0.25; ELU with α = 1 is smooth there', () => {
    expect(sigmoid(0) * (1 - sigmoid(0))).toBe(0.25)
    expect(slope(elu, 0, 1e-8)).toBeCloseTo(1, 6)
  })
})

describe('question 16', () => {
  test('expected improvement is the mean of max(f − best, 0) under the normal distribution', () => {
    for (const [mean, deviation, best] of [
      [0.2, 0.5, 0.4],
      [1, 0.3, 0.4],
      [-1, 1.2, 0.5],
    ] as const) {
      let integral = 0
      for (let z = -8; z < 8; z += 1e-4) integral += Math.max(mean + deviation * z - best, 0) * density(z) * 1e-4
      expect(expectedImprovement(mean, deviation, best)).toBeCloseTo(integral, 4)
    }
  })

  test('the distribution function agrees with known values', () => {
    expect(distribution(0)).toBe(0.5)
    expect(distribution(1.959964)).toBeCloseTo(0.975, 6)
    expect(distribution(-1)).toBeCloseTo(0.1586553, 6)
  })
})

describe('question 27', () => {
  type Pair = { readonly s: readonly number[]; readonly y: readonly number[] }
  const plus = (a: readonly number[], b: readonly number[], factor: number): number[] =>
    a.map((value, index) => value + factor * (b[index] ?? 0))

  const twoLoop = (gradient: readonly number[], pairs: readonly Pair[]): number[] => {
    let q = [...gradient]
    const alphas = new Map<Pair, number>()
    for (const pair of [...pairs].reverse()) {
      const alpha = dot(pair.s, q) / dot(pair.y, pair.s)
      alphas.set(pair, alpha)
      q = plus(q, pair.y, -alpha)
    }
    const last = pairs.at(-1)
    const scale = last === undefined ? 1 : dot(last.s, last.y) / dot(last.y, last.y)
    let r = q.map((value) => scale * value)
    for (const pair of pairs) {
      const beta = dot(pair.y, r) / dot(pair.y, pair.s)
      r = plus(r, pair.s, (alphas.get(pair) ?? 0) - beta)
    }
    return r
  }

  test('the two loops solve a quadratic exactly once the pairs span the space', () => {
    const hessian = [
      [4, 1, 0],
      [1, 3, 0.5],
      [0, 0.5, 2],
    ]
    const times = (v: readonly number[]): number[] => hessian.map((row) => dot(row, v))
    // Steps that are conjugate to each other, as exact line searches make them.
    const first = [1, 0, 0]
    const second = plus([0, 1, 0], first, -dot(times([0, 1, 0]), first) / dot(times(first), first))
    let third = [0, 0, 1]
    for (const s of [first, second]) third = plus(third, s, -dot(times([0, 0, 1]), s) / dot(times(s), s))
    const pairs = [first, second, third].map((s) => ({ s, y: times(s) }))
    const gradient = [0.7, -1.3, 2.1]
    expect(times(twoLoop(gradient, pairs)).map((value) => Number(value.toFixed(9)))).toEqual(gradient)
  })

  test('with positive curvature in every pair, the direction descends', () => {
    const pairs = [
      { s: [0.2, -0.1], y: [0.5, 0.1] },
      { s: [-0.3, 0.4], y: [-0.1, 0.9] },
    ]
    for (const gradient of [
      [1, 0],
      [0, 1],
      [-2, 3],
      [0.1, -5],
    ])
      expect(dot(twoLoop(gradient, pairs), gradient)).toBeGreaterThan(0)
  })

  test('the closed form of FTRL-Proximal is the minimum of its objective', () => {
    const [alpha, beta, lambda1, lambda2] = [0.5, 1, 0.3, 0.1]
    const gradients = [0.9, -0.4, 1.3, 0.2, -2.5, 0.05]
    const eta = (t: number): number => alpha / (beta + Math.sqrt(sum(gradients.slice(0, t).map((g) => g * g))))
    const weights = [0]
    let z = 0
    gradients.forEach((g, index) => {
      const t = index + 1
      const sigma = 1 / eta(t) - (index === 0 ? 0 : 1 / eta(index))
      z += g - sigma * (weights.at(-1) ?? 0)
      const closed = Math.abs(z) <= lambda1 ? 0 : -(z - Math.sign(z) * lambda1) / (1 / eta(t) + lambda2)
      const past = [...weights]
      const objective = (w: number): number =>
        sum(gradients.slice(0, t)) * w +
        sum(past.map((each, s) => 0.5 * (1 / eta(s + 1) - (s === 0 ? 0 : 1 / eta(s))) * (w - each) ** 2)) +
        lambda1 * Math.abs(w) +
        0.5 * lambda2 * w * w
      expect(closed).toBeCloseTo(minimum(objective), 5)
      weights.push(closed)
    })
    expect(weights.some((weight, index) => index > 0 && weight !== 0)).toBe(true)
  })

  /** Golden-section search on [−10, 10]. */
  const minimum = (f: (w: number) => number): number => {
    let [low, high] = [-10, 10]
    for (let step = 0; step < 100; step++) {
      const [left, right] = [high - 0.618034 * (high - low), low + 0.618034 * (high - low)]
      if (f(left) < f(right)) high = right
      else low = left
    }
    return (low + high) / 2
  }
})

describe('questions 1, 9, 20 and 22', () => {
  test('transposed convolution undoes the size of a convolution, with the output padding naming which', () => {
    const conv = (i: number, k: number, s: number, p: number): number => Math.floor((i + 2 * p - k) / s) + 1
    const back = (i: number, k: number, s: number, p: number, extra: number): number => (i - 1) * s - 2 * p + k + extra
    for (let i = 5; i < 30; i++)
      for (const [k, s, p] of [
        [3, 1, 1],
        [3, 2, 1],
        [4, 2, 1],
        [5, 3, 2],
        [2, 2, 0],
      ] as const) {
        const sizes = Array.from({ length: s }, (_, extra) => back(conv(i, k, s, p), k, s, p, extra))
        expect(sizes).toContain(i)
        for (const size of sizes) expect(conv(size, k, s, p)).toBe(conv(i, k, s, p))
      }
  })

  test('a Newton step on −θ² lands on its maximum', () => {
    const theta = 0.8
    expect(theta - (-2 * theta) / -2).toBe(0)
  })

  test('gradient descent on a quadratic converges below 2/λ and not above', () => {
    const end = (rate: number): number =>
      Array.from({ length: 200 }).reduce<number>((theta) => (1 - rate * 4) * theta, 1)
    expect(Math.abs(end(0.49))).toBeLessThan(0.05)
    expect(Math.abs(end(0.51))).toBeGreaterThan(20)
  })

  test('(ab − 1)² is 0 at (1, 1) and (−1, −1), 1 between them, and has a saddle there', () => {
    const f = (a: number, b: number): number => (a * b - 1) ** 2
    expect([f(1, 1), f(-1, -1), f(0, 0)]).toEqual([0, 0, 1])
    const h = 1e-3
    expect(f(h, h)).toBeLessThan(1)
    expect(f(h, -h)).toBeGreaterThan(1)
    expect(slope((a) => f(a, 0), 0)).toBeCloseTo(0, 9)
  })
})
