import { IntakeRefusal } from '../intake.ts'
import { LIMITS } from '../limits.ts'
import { NO_MEMBERS, type Reader } from '../reader.ts'
import { LEAST_CONFIDENCE, recognisedPart } from '../recognised-part.ts'
import { withinTime } from '../within-time.ts'
import { pictureSize } from './picture-size.ts'
import { pictureTexts } from './picture-texts.ts'

const RECOGNISE_MS = 60_000

/** Reads the letters of a picture, after its size has been looked at: a small file can claim more pixels than memory has. */
export const readImage: Reader = async ({ bytes }, draft, { options, progress }) => {
  draft.kind = 'image'
  const size = pictureSize(bytes)
  if (!size || size.width === 0 || size.height === 0) throw new IntakeRefusal('unreadable-picture')
  if (size.width * size.height > LIMITS.pixels) throw new IntakeRefusal('too-large')
  draft.pages = 1
  draft.add('metadata', pictureTexts(bytes))
  if (!options.recognise) {
    draft.skip('no-text', 1)
    return NO_MEMBERS
  }
  progress(draft.name, 1, 1)
  try {
    const found = await withinTime(options.recognise({ bytes, ...size }), RECOGNISE_MS)
    const { text, boxes } = recognisedPart(found, 1)
    draft.add('recognised', text, { page: 1, boxes })
    if (text.trim() === '' || found.confidence < LEAST_CONFIDENCE) draft.skip('unreadable-picture', 1)
  } catch (error) {
    draft.skip(error instanceof IntakeRefusal ? error.why : 'unreadable-picture', 1)
  }
  return NO_MEMBERS
}
