import { z } from 'zod'

/** Rich text in three forms that say the same. */
export const richTextSchema = z
  .looseObject({
    markdown: z
      .string()
      .meta({ description: 'GitHub-flavoured Markdown; formulas between $ and $$.', examples: ['What is $x^2$?'] }),
    html: z.string().meta({
      description:
        'Safe HTML: semantic elements only, no script, no style sheet, no event handlers, links with rel="noopener noreferrer". Formulas are as "mathFormat" says. Addresses of pictures are relative to this file, or absolute.',
      examples: ['<p>What is <span class="math">\\(x^2\\)</span>?</p>'],
    }),
    text: z.string().meta({
      description: 'Plain text; formulas as their TeX, pictures as their alternative text.',
      examples: ['What is x^2?'],
    }),
  })
  .meta({
    id: 'RichText',
    description: 'The same content three times: choose the form that suits you.',
    examples: [{ markdown: '**no**', html: '<p><strong>no</strong></p>', text: 'no' }],
  })

export type RichText = z.infer<typeof richTextSchema>
