import multipart, { type Multipart, type MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { transcriptionFields, type TranscriptionFields } from '../contract/openai-request.ts'
import { ROLES } from '../contract/role.ts'
import type { Routes } from '../parts.ts'
import { answerWhole } from '../relay/answer-whole.ts'
import { startCall, type Wanted } from '../relay/model-call.ts'
import { soundFile } from '../relay/sound-form.ts'
import { judgeTranscript } from '../relay/whole-judges.ts'
import { ProxyError } from '../server/proxy-error.ts'

const MOST_FIELDS = 8
const FIELD_BYTES = 16_384
/** Bytes of sound that count as one token: nobody counts sound in tokens, but it must cost something. */
const BYTES_A_TOKEN = 1000

/** `POST /v1/audio/transcriptions`: one sound file, in memory only and never on disk. */
export const transcriptionRoutes: Routes = (app, parts) => {
  const { audioBytes } = parts.config.server
  app.register(async (scope) => {
    await scope.register(multipart, {
      limits: { files: 1, fields: MOST_FIELDS, parts: MOST_FIELDS + 1, fileSize: audioBytes, fieldSize: FIELD_BYTES, headerPairs: 20 },
    })
    const options = { bodyLimit: audioBytes + MOST_FIELDS * FIELD_BYTES, config: { access: ROLES } }
    scope.post('/v1/audio/transcriptions', options, async (request, reply) => {
      if (!request.isMultipart()) throw new ProxyError('wrong-content-type')
      const call = await startCall(request, reply, { wanted: wantedBy(await readForm(request)), parts })
      if (call !== null) await answerWhole(reply, call, { parts, judge: judgeTranscript })
      return reply
    })
  })
}

interface SoundForm {
  readonly fields: TranscriptionFields
  readonly sound: File
}

async function readForm(request: FastifyRequest): Promise<SoundForm> {
  const texts: Record<string, unknown> = {}
  let sound: File | null = null
  for await (const part of request.parts()) {
    if (part.type === 'file') sound = await readSound(part)
    else addText(texts, part)
  }
  const fields = transcriptionFields.safeParse(texts)
  if (!fields.success || sound === null) throw new ProxyError('invalid-request')
  return { fields: fields.data, sound }
}

async function readSound(part: MultipartFile): Promise<File> {
  const bytes = await part.toBuffer()
  const sound = part.fieldname === 'file' ? soundFile(Buffer.from(bytes)) : null
  if (sound === null) throw new ProxyError('wrong-content-type')
  return sound
}

function addText(texts: Record<string, unknown>, part: Exclude<Multipart, MultipartFile>): void {
  const { fieldname, value, fieldnameTruncated, valueTruncated } = part
  if (fieldnameTruncated || valueTruncated || Object.hasOwn(texts, fieldname)) throw new ProxyError('invalid-request')
  texts[fieldname] = value
}

function wantedBy({ fields, sound }: SoundForm): Wanted {
  return {
    kind: 'transcription',
    model: fields.model,
    texts: fields.prompt === undefined ? [] : [fields.prompt],
    promptBytes: sound.size,
    promptTokens: Math.ceil(sound.size / BYTES_A_TOKEN),
    answerTokens: 0,
    stream: false,
    bodyFor: () => {
      const form = new FormData()
      form.set('file', sound)
      for (const [name, value] of Object.entries({ ...fields, response_format: 'json' })) form.set(name, String(value))
      return form
    },
  }
}
