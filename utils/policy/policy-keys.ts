import { parseCalendarDay } from '#utils/domain/calendar-day.ts'
import { CLOSING_DAYS } from '#utils/guidance/calendar/work-calendar.ts'
import { siteProfileSchema } from '#utils/page/site-profile.ts'
import { z } from '#utils/validation/zod.ts'
import { parseHostPattern } from './host-pattern.ts'

const ruleId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const httpsOrLoopback = /^(https:\/\/[a-z0-9.-]+|http:\/\/(localhost|127\.0\.0\.1))(:\d{1,5})?(\/[\w./-]*)?$/

/** Arbitrary JSON has no place in a browser's policy schema, so it travels as text. */
const jsonText = z.union([z.string(), z.record(z.string(), z.unknown())]).transform((value, context): Record<string, unknown> => {
  if (typeof value !== 'string') return value
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(value))
  } catch {
    context.addIssue({ code: 'custom', message: 'not a JSON object' })
    return z.NEVER
  }
})

export const FEATURES = ['overlay', 'bar', 'rowHints', 'panel', 'modelAnswers'] as const
export type FeatureId = (typeof FEATURES)[number]

export interface PolicyKeyDefinition {
  readonly title: string
  readonly description: string
  /** What the browser's own schema can say: it drops what does not fit, silently. */
  readonly managed: ManagedType
  readonly schema: z.ZodType
  /** Must be there when the build says that it requires policy. */
  readonly required?: boolean
}

type ManagedType =
  | { readonly type: 'string' | 'boolean' | 'integer' }
  | { readonly type: 'array'; readonly items: { readonly type: 'string' } }
  | { readonly type: 'object'; readonly properties: Readonly<Record<string, { readonly type: 'boolean' }>> }

const strings = { type: 'array', items: { type: 'string' } } as const

/** Every key an administrator can set. Managed-storage schema, table in the handbook and health page all come from here. */
export const POLICY_KEYS = {
  municipality: {
    title: 'Kommunens navn',
    description: 'Vises i panelet og på indstillingssiden, så brugeren kan se, hvem der styrer opsætningen.',
    managed: { type: 'string' },
    schema: z.string().trim().min(1).max(80),
    required: true,
  },
  fasitHosts: {
    title: 'Adresser, hvor Sagshjælp må virke',
    description: 'Mønstre som "https://kommune.eksempel.dk/*". Kan kun indsnævre de adresser, udvidelsen er bygget til.',
    managed: strings,
    schema: z.array(z.string().refine((pattern) => parseHostPattern(pattern) !== null, 'not a host pattern')).min(1),
    required: true,
  },
  siteProfile: {
    title: 'Sideprofil',
    description: 'JSON-tekst, der beskriver fagsystemets sider. Bruges i stedet for de indbyggede profiler.',
    managed: { type: 'string' },
    schema: jsonText.pipe(siteProfileSchema),
  },
  rulesOff: {
    title: 'Regler, der er slået fra',
    description: 'Regel-id’er. En regel, der er slået fra her, kan ikke slås til af brugeren.',
    managed: strings,
    schema: z.array(ruleId),
  },
  rulesLocked: {
    title: 'Regler, der ikke kan slås fra',
    description: 'Regel-id’er. Brugeren kan hverken slå dem fra, udsætte eller afvise dem.',
    managed: strings,
    schema: z.array(ruleId),
  },
  features: {
    title: 'Funktioner',
    description: 'Slå dele af Sagshjælp til eller fra. En funktion, der ikke er nævnt, er slået til.',
    managed: { type: 'object', properties: Object.fromEntries(FEATURES.map((id) => [id, { type: 'boolean' as const }])) },
    schema: z.partialRecord(z.enum(FEATURES), z.boolean()),
  },
  proxyUrl: {
    title: 'Adresse på kommunens proxy',
    description: 'Skal ligge på den adresse, udvidelsen er bygget til. Tom tekst: ingen sprogmodel.',
    managed: { type: 'string' },
    schema: z.string().refine((url) => url === '' || httpsOrLoopback.test(url), 'not an https address'),
  },
  signInIssuer: {
    title: 'Udsteder ved login',
    description: 'Skal ligge på eller under den udsteder, udvidelsen er bygget til. Tom tekst: ingen kan logge ind.',
    managed: { type: 'string' },
    schema: z.string().refine((url) => url === '' || httpsOrLoopback.test(url), 'not an https address'),
  },
  signInClientId: {
    title: 'Udvidelsens id hos udstederen',
    description: 'Klient-id fra kommunens app-registrering. Bruges i stedet for det, udvidelsen er bygget med.',
    managed: { type: 'string' },
    schema: z.string().trim().min(1).max(200),
  },
  closingDays: {
    title: 'Kommunens lukkedage',
    description: `Dage, der ikke tæller som arbejdsdage ud over helligdagene: ÅÅÅÅ-MM-DD eller ${CLOSING_DAYS.join(', ')}.`,
    managed: strings,
    schema: z.array(
      z.string().refine((text) => parseCalendarDay(text) !== null || CLOSING_DAYS.some((name) => name === text), 'not a day'),
    ),
  },
} as const satisfies Readonly<Record<string, PolicyKeyDefinition>>

export type PolicyKey = keyof typeof POLICY_KEYS
export const POLICY_KEY_NAMES = Object.keys(POLICY_KEYS) as readonly PolicyKey[]

/** The organisation's settings after validation. A key that was not set is absent. */
export type Policy = { readonly [K in PolicyKey]?: z.output<(typeof POLICY_KEYS)[K]['schema']> }
