import { activationFunctions } from './figures/activation-functions.ts'
import { dilatedReceptiveField } from './figures/dilated-receptive-field.ts'
import { featurePyramid } from './figures/feature-pyramid.ts'
import { inceptionBlock } from './figures/inception-block.ts'
import { iou } from './figures/iou.ts'
import { normalisationAxes } from './figures/normalisation-axes.ts'
import { searchStrategies } from './figures/search-strategies.ts'
import { smoothL1 } from './figures/smooth-l1.ts'
import { transposedConvolution } from './figures/transposed-convolution.ts'
import type { Figure } from './words.ts'

/** Every figure of the two collections, by the name of its file in `assets/`. `npm run figures` writes them. */
export const figures: Readonly<Record<string, Figure>> = {
  'activation-functions.svg': activationFunctions,
  'dilated-receptive-field.svg': dilatedReceptiveField,
  'feature-pyramid.svg': featurePyramid,
  'inception-block.svg': inceptionBlock,
  'iou.svg': iou,
  'normalisation-axes.svg': normalisationAxes,
  'search-strategies.svg': searchStrategies,
  'smooth-l1.svg': smoothL1,
  'transposed-convolution.svg': transposedConvolution,
}
