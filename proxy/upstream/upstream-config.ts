import { z } from 'zod'
import { secretRef } from '../config/secret.ts'
import { PROCESSING } from './eu-hosts.ts'
import { placeProblems } from './judge-places.ts'

const seconds = (least: number, most: number, usual: number) => z.number().min(least).max(most).default(usual)
const name = z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/)
const modelName = z.string().regex(/^[a-z0-9][a-z0-9._:/@-]{0,99}$/i)
const guid = z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i)
const confirmation = {
  confirmedBy: z.string().min(2).max(100).describe('Hvem i kommunen der har bekræftet, hvor der behandles.'),
  confirmedOn: z.iso.date().describe('Hvornår det blev bekræftet, fx 2026-11-24.'),
}

const credential = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('key').describe('En nøgle, som sendes med hvert kald.'),
    secret: secretRef.describe('Hvor nøglen ligger: en variabel eller en fil. Aldrig nøglen selv.'),
  }),
  z.strictObject({
    type: z.literal('workload-identity').describe('Azure: klyngens egen identitet byttes til et kortlivet token; der findes ingen nøgle.'),
    tenant: guid.describe('Kommunens lejer i Entra ID.'),
    clientId: guid.describe('Den administrerede identitets klient-id.'),
    tokenFile: z
      .string()
      .startsWith('/')
      .default('/var/run/secrets/azure/tokens/azure-identity-token')
      .describe('Filen, hvor klyngen lægger identitetens token.'),
    authority: z
      .string()
      .default('https://login.microsoftonline.com')
      .describe('Hvor der byttes. Andet kun til udvikling på egen maskine.'),
    scope: z.literal('https://cognitiveservices.azure.com/.default').default('https://cognitiveservices.azure.com/.default'),
  }),
  z.strictObject({ type: z.literal('none').describe('Ingen: kun til kommunens egen vært.') }),
])

const upstream = z.strictObject({
  name: name.describe('Kendenavn i log, mål og registreringer.'),
  kind: z
    .enum(['azure', 'openai-compatible'])
    .describe('azure: deployments hos Azure OpenAI. openai-compatible: vLLM, Ollama, Mistral og andre.'),
  address: z
    .string()
    .max(300)
    .describe('Adressen uden forespørgsel: https://navn.openai.azure.com, eller med sti: https://api.mistral.ai/v1.'),
  region: z.string().max(40).describe('Hvor ressourcen ligger: Azures navn (swedencentral), eu for Mistral, landekode (dk) for egen vært.'),
  apiVersion: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}(?:-preview)?$/)
    .default('2024-10-21')
    .describe('Azures api-version.'),
  credential: credential.describe('Hvordan proxyen giver sig til kende.'),
  networks: z
    .array(z.string())
    .min(1)
    .optional()
    .describe('Net (10.20.0.0/16), som værtens adresse skal ligge i. Kræves for egne værter og ved Azure Private Link.'),
  ca: z
    .string()
    .startsWith('/')
    .optional()
    .describe('Fil (PEM) med den udsteder, værtens certifikat skal komme fra, når den er kommunens egen.'),
  connections: z.int().min(1).max(2000).default(256).describe('Flest samtidige forbindelser fra en replika.'),
})

const place = z.strictObject({
  upstream: name.describe('Navnet på en af `upstreams`.'),
  model: modelName.describe('Deployment (Azure) eller modellens navn dér.'),
  answersAs: z
    .array(z.string().min(1).max(200))
    .max(200)
    .default([])
    .describe(
      'Navne, modellen må skrive i sit svar, fx gpt-4.1-2025-04-14. Et andet navn stopper den. Tom: `model` selv (ikke ved Azure).',
    ),
  fingerprints: z
    .array(z.string().min(1).max(100))
    .max(50)
    .default([])
    .describe('Tilladte `system_fingerprint`. Tom: der ses ikke på det.'),
  tokenField: z
    .enum(['max_tokens', 'max_completion_tokens'])
    .optional()
    .describe('Hvad grænsen for svaret hedder dér. Udelades den: max_completion_tokens ved Azure, ellers max_tokens.'),
  processing: z
    .enum(PROCESSING)
    .describe('Hvor der behandles: regional eller data-zone-eu (Azure), eu-service, own (egen vært). Globale deployments bruges ikke.'),
  ...confirmation,
})

const model = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/i)
    .describe('Navnet, som udvidelsen beder om.'),
  kind: z.enum(['chat', 'embeddings', 'transcription']).describe('Hvad modellen kan.'),
  purpose: z.string().min(3).max(300).describe('På dansk, til sagsbehandleren: hvad modellen bruges til.'),
  contextTokens: z.int().min(256).max(10_000_000).default(128_000).describe('Så meget kan modellen læse på én gang.'),
  maxAnswerTokens: z.int().min(1).max(1_000_000).default(4096).describe('Så langt må et svar være.'),
  at: z.array(place).min(1).max(10).describe('Hvor modellen findes, i den rækkefølge der prøves.'),
})

const ownHost = z.strictObject({
  host: z.string().max(253).describe('Kommunens egen vært, navnet helt ud: llm.kommune.dk.'),
  country: z.string().describe('Landet, hvor maskinen står: landekode i EU med små bogstaver.'),
  ...confirmation,
})

const circuit = z.strictObject({
  failures: z.int().min(1).max(1_000_000).default(5).describe('Så mange fejl i træk lukker for en upstream.'),
  restSeconds: seconds(0.1, 600, 10).describe('Så længe hviler den, før den prøves igen; fordobles for hver mislykket prøve.'),
  longestRestSeconds: seconds(0.1, 3600, 120).describe('Længste hvile.'),
})

/** Which models the municipality allows, and where they run. What is not in the EU does not start. */
export const upstreamConfig = z
  .strictObject({
    upstreams: z.array(upstream).max(20).default([]).describe('Værter, der kan svare.'),
    models: z.array(model).max(500).default([]).describe('Modeller, kommunen åbner for. Tom: alt, der sker lokalt, virker stadig.'),
    ownHosts: z.array(ownHost).max(20).default([]).describe('Kommunens egne værter, som ellers ikke står på listen over tilladte.'),
    connectSeconds: seconds(0.1, 60, 5).describe('Så længe må det tage at få forbindelse.'),
    headSeconds: seconds(0.5, 600, 120).describe('Så længe må der gå, før et svar begynder.'),
    silentSeconds: seconds(0.5, 600, 90).describe('Så længe må et begyndt svar stå stille. Se også server.upstreamIdleSeconds.'),
    circuit: circuit.prefault({}).describe('Hvornår en upstream, der fejler, får ro.'),
  })
  .superRefine((config, context) => {
    // Loopback is judged at the start, where it is known whether this is development.
    for (const { path, message } of placeProblems(config, { development: true }))
      context.addIssue({ code: 'custom', path: [...path], message })
  })

export type UpstreamConfig = z.infer<typeof upstreamConfig>
export type UpstreamSettings = UpstreamConfig['upstreams'][number]
export type ModelSettings = UpstreamConfig['models'][number]
export type PlaceSettings = ModelSettings['at'][number]
export type Credential = UpstreamSettings['credential']
