import { readArticle, recognise } from '@cardpress/core'
import { expect, test } from 'vitest'

const pointsOf = (text: string): Array<number | undefined> =>
  recognise(readArticle({ path: 'a.txt', bytes: new TextEncoder().encode(text) })).questions.map(({ points }) => points)

test('the title of a part says what each of its questions is worth, and no other part inherits it', () => {
  expect(
    pointsOf(`一、单项选择题（每题2分，共4分）
1.船头左侧称为（ ）
A.右舷 B.左舷
2.缆绳用来（ ）
A.系船 B.划水
二、判断题（每小题 1.5 分）
3.锚用来固定船只。（√）
三、简答题
4.简述风向与航向的关系。
`),
  ).toEqual([2, 2, 1.5, undefined])
})

test('a stem says in brackets what it is worth, whatever the part says', () => {
  expect(
    pointsOf(`Part I. Short answer (2 points each)
1. What is a keel?
2. What is a mast? (5 points)
3. [3 marks] What is a boom?
`),
  ).toEqual([2, 5, 3])
})

test('numbers that are no points are left alone', () => {
  expect(
    pointsOf(`1. What do 3 points define? (plane)
A plane.
2. 十分钟有几个5分钟？（2个）
两个。
`),
  ).toEqual([undefined, undefined])
})
