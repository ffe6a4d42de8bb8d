import { toElement } from '@cardpress/html'
import { z } from 'zod'
import { richTextSchema } from './rich-text.ts'

const label = z.string().min(1)

const optionSchema = z
  .looseObject({
    label: label.meta({ description: 'Names the option; unique in its question.', examples: ['A'] }),
    markdown: z.string().meta({ description: 'The option as Markdown.', examples: ['**no**'] }),
    html: z.string().meta({ description: 'The option as safe HTML.', examples: ['<p><strong>no</strong></p>'] }),
    text: z.string().meta({ description: 'The option as plain text.', examples: ['no'] }),
    correct: z
      .boolean()
      .nullable()
      .meta({
        description: 'Whether it is part of the key; null when the article gives no key.',
        examples: [true, null],
      }),
    pinned: z
      .boolean()
      .optional()
      .meta({ description: 'Must keep its place when options are shuffled ("all of the above").', examples: [true] }),
    feedback: richTextSchema.optional().meta({
      description: 'What to say to someone who chose it.',
      examples: [{ markdown: 'Almost.', html: '<p>Almost.</p>', text: 'Almost.' }],
    }),
  })
  .meta({
    id: 'Option',
    description: 'One option of a choice question.',
    examples: [{ label: 'A', markdown: 'yes', html: '<p>yes</p>', text: 'yes', correct: true }],
  })

const answerText = z.string().meta({ description: 'The answer as plain text, whatever the kind.', examples: ['A'] })

const openAnswer = richTextSchema.nullable().meta({
  description: 'The answer; null when the article gives none.',
  examples: [{ markdown: 'Yes.', html: '<p>Yes.</p>', text: 'Yes.' }, null],
})
const choiceAnswer = z
  .looseObject({
    labels: z.array(label).meta({ description: 'The labels of the correct options.', examples: [['A', 'D']] }),
    text: answerText,
  })
  .nullable()
  .meta({ description: 'The key; null when the article gives none.', examples: [{ labels: ['A'], text: 'A' }, null] })
const trueFalseAnswer = z
  .looseObject({
    value: z.boolean().meta({ description: 'Whether the statement is true.', examples: [true] }),
    text: answerText,
  })
  .nullable()
  .meta({ description: 'The key; null when the article gives none.', examples: [{ value: true, text: 'true' }, null] })
const shortAnswer = z
  .looseObject({
    accepted: z.array(z.string()).meta({
      description: 'Every answer that counts as right; the first is the usual one.',
      examples: [['ReLU', 'relu']],
    }),
    text: answerText,
  })
  .nullable()
  .meta({
    description: 'What may be typed; null when the article gives none.',
    examples: [{ accepted: ['ReLU'], text: 'ReLU' }, null],
  })
const clozeAnswer = z
  .looseObject({
    deletions: z
      .array(
        z.looseObject({
          index: z.int().meta({ description: 'Deletions with one index are hidden together.', examples: [1] }),
          text: z.string().meta({ description: 'What is hidden.', examples: ['momentum'] }),
          hint: z
            .string()
            .optional()
            .meta({ description: 'Shown in its place.', examples: ['m…'] }),
        }),
      )
      .meta({
        description: 'The hidden parts, in their order in the prompt.',
        examples: [[{ index: 1, text: 'momentum' }]],
      }),
    text: answerText,
  })
  .meta({
    description: 'The hidden parts.',
    examples: [{ deletions: [{ index: 1, text: 'momentum' }], text: 'momentum' }],
  })

const rich = (description: string, example: string) =>
  richTextSchema.meta({
    description,
    examples: [{ markdown: example, html: toElement('p', {}, example), text: example }],
  })

const base = {
  id: z
    .string()
    .min(1)
    .meta({
      description: 'Unique in this file. Survives edits, re-ordering and renaming; never used for another question.',
      examples: ['relu-dying-k3v9'],
    }),
  url: z.string().meta({
    description: 'Address of the file that holds only this question; relative to questions.json, or absolute.',
    examples: ['questions/relu-dying-k3v9.json'],
  }),
  number: z
    .string()
    .optional()
    .meta({ description: 'The number that the article prints. May repeat, and may change.', examples: ['12'] }),
  title: z
    .string()
    .min(1)
    .meta({
      description: 'One line of plain text made from the prompt, for lists; do not print it beside the prompt.',
      examples: ['What is $x^2$?'],
    }),
  prompt: rich('The whole question.', 'What is it?'),
  section: z.array(z.string()).meta({
    description: 'Headings above the question, outermost first.',
    examples: [['Basics', 'Activation functions']],
  }),
  tags: z.array(z.string()).meta({ description: 'Key words.', examples: [['cnn', 'training']] }),
  difficulty: z
    .enum(['easy', 'medium', 'hard'])
    .optional()
    .meta({ description: 'As the article states it.', examples: ['medium'] }),
  points: z
    .number()
    .optional()
    .meta({ description: 'What it is worth in an examination.', examples: [2] }),
  hint: rich('A help before the answer.', 'Think of the sign.').optional(),
  references: rich('Where to read on.', 'See chapter 3.').optional(),
  group: z
    .looseObject({
      id: z.string().meta({ description: 'Questions with one group id share the stem.', examples: ['table-2'] }),
      stem: rich('What comes before all questions of the group.', 'Look at the table.'),
    })
    .optional()
    .meta({
      description: 'A stem that neighbouring questions share.',
      examples: [
        {
          id: 'table-2',
          stem: { markdown: 'Look at the table.', html: '<p>Look at the table.</p>', text: 'Look at the table.' },
        },
      ],
    }),
  flags: z.array(z.string()).meta({
    description:
      'What a person should know: no-answer, no-key, missing-figure, disputed, hint-only, duplicate-number, placeholder, converted, check. More may come.',
    examples: [['missing-figure']],
  }),
  confidence: z
    .enum(['sure', 'likely', 'unsure'])
    .meta({ description: 'How certain the reading of the article is.', examples: ['sure'] }),
  source: z
    .looseObject({
      line: z.int().meta({ description: 'Line of the article where the question starts, from 1.', examples: [40] }),
      spans: z
        .array(
          z.looseObject({
            start: z.int().meta({ description: 'First UTF-16 unit of the decoded article.', examples: [1204] }),
            end: z.int().meta({ description: 'The unit behind the last.', examples: [1533] }),
          }),
        )
        .meta({
          description: 'The ranges of the article that it was made of.',
          examples: [[{ start: 1204, end: 1533 }]],
        }),
    })
    .meta({
      description: 'Where in the article it stands.',
      examples: [{ line: 40, spans: [{ start: 1204, end: 1533 }] }],
    }),
  contentHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({
      description: 'Changes when, and only when, what a person learns from the question changes.',
      examples: ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
    }),
  modified: z
    .string()
    .regex(/^\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    .meta({
      description: 'When that content last changed (RFC 3339, UTC). Only ever rises.',
      examples: ['2026-03-01T12:00:00Z'],
    }),
  ankiGuid: z.string().meta({
    description: 'The guid of its note in the Anki deck of the same collection.',
    examples: ['mfzwizltoq2gk3tu'],
  }),
}

const explanation = { explanation: rich('Why the answer is right.', 'Because the sign flips.').optional() }
const options = z
  .array(optionSchema)
  .min(2)
  .meta({
    description: 'The options in the order of the article.',
    examples: [
      [
        { label: 'A', markdown: 'yes', html: '<p>yes</p>', text: 'yes', correct: true },
        { label: 'B', markdown: 'no', html: '<p>no</p>', text: 'no', correct: false },
      ],
    ],
  })
const kind = <Kind extends string>(name: Kind, description: string) =>
  z.literal(name).meta({ description, examples: [name] })

/** A question as others read it. Loose: fields that a later 1.x adds are accepted. */
export const publishedQuestionSchema = z
  .discriminatedUnion('kind', [
    z
      .looseObject({ ...base, kind: kind('open', 'Answered in words.'), answer: openAnswer })
      .meta({ id: 'OpenQuestion', description: 'A question that is answered in words.' }),
    z
      .looseObject({
        ...base,
        kind: kind('single-choice', 'One option is right.'),
        options,
        answer: choiceAnswer,
        ...explanation,
      })
      .meta({ id: 'SingleChoiceQuestion', description: 'A question with options, of which one is right.' }),
    z
      .looseObject({
        ...base,
        kind: kind('multiple-choice', 'Any number of options is right.'),
        options,
        answer: choiceAnswer,
        ...explanation,
      })
      .meta({ id: 'MultipleChoiceQuestion', description: 'A question with options, of which any number is right.' }),
    z
      .looseObject({ ...base, kind: kind('true-false', 'A statement.'), answer: trueFalseAnswer, ...explanation })
      .meta({ id: 'TrueFalseQuestion', description: 'A statement that is true or false.' }),
    z
      .looseObject({
        ...base,
        kind: kind('short-answer', 'Answered by typing a word or two.'),
        answer: shortAnswer,
        ...explanation,
      })
      .meta({ id: 'ShortAnswerQuestion', description: 'A question that is answered by typing a word or two.' }),
    z
      .looseObject({ ...base, kind: kind('cloze', 'A text with hidden parts.'), answer: clozeAnswer, ...explanation })
      .meta({ id: 'ClozeQuestion', description: 'A text with hidden parts; in "html" they are <span class="cloze">.' }),
  ])
  .meta({ id: 'Question', description: 'One question. "kind" says which fields it has.' })

export type PublishedQuestion = z.infer<typeof publishedQuestionSchema>
