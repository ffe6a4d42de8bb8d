import { parseBank } from '@cardpress/core'
import { checkMath } from '@cardpress/math'
import { expect, it } from 'vitest'

const check = async (source: string) => {
  const { bank } = await parseBank({ path: 'article.md', source })
  if (bank === undefined) throw new Error('the fixture changed')
  return (await checkMath(bank, source, { fatal: true })).map(({ line, column, reason, ruleId, fatal }) => ({
    line,
    column,
    reason,
    ruleId,
    fatal,
  }))
}

it('reports each wrong formula where it stands in the article', async () => {
  const source = `## 1. What is $\\frac{a$ here?

It is $x^2$ and $\\nosuch + 1$.

## 2. And this?

$$
\\begin{matrix} 1
$$

## 3. Last?

\\\\href is text, $\\href{javascript:x}{y}$ is not, and $y$ is fine.
`
  const found = await check(source)
  expect(found.map(({ line, reason }) => [line, reason])).toEqual([
    [1, 'Formula: Missing close brace'],
    [3, 'Formula: Undefined control sequence \\nosuch'],
    [8, 'Formula: Missing \\end{matrix}'],
    [13, 'Formula: \\href is not allowed in a formula'],
  ])
  expect(found[1]).toMatchObject({ column: 25, ruleId: 'wrong-formula', fatal: true })
})

it('finds nothing where there is nothing', async () => {
  expect(await check('## 1. What is $x$?\n\nIt is $y$.\n\n## 2. And $y$?\n\n$x$\n')).toEqual([])
})
