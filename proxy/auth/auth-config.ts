import { z } from 'zod'
import { secretRef } from '../config/secret.ts'
import { ROLES } from '../contract/role.ts'

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** Keys that travel in clear text could be swapped on the way; on the machine itself there is no way. */
function isTrustworthy(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname))
}

const trustworthyUrl = z.string().refine(isTrustworthy, { error: 'skal være en https-adresse (http kun på egen maskine)' })
const claimName = z.string().min(1).max(200)
const claimValue = z.string().min(1).max(200)

const extensionOrigin = z
  .string()
  .regex(/^(?:chrome-extension:\/\/(?:[a-p]{32}|\*)|moz-extension:\/\/(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\*))$/)

const unit = z.strictObject({
  claim: claimValue.describe('Værdien i tokenet, fx et gruppe-id fra Entra ID. Den skal passe helt, også store og små bogstaver.'),
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
    .describe('Enhedens kendenavn i Sagshjælp: små bogstaver, tal og bindestreg.'),
  name: z.string().min(1).max(100).describe('Enhedens navn, som medarbejderne ser det.'),
})

const role = z.strictObject({
  claim: claimValue.describe('Værdien i tokenet, fx en approlle. Den skal passe helt, også store og små bogstaver.'),
  role: z.enum(ROLES).describe('caseworker (sagsbehandler), supervisor (leder) eller administrator.'),
})

const isUnique = (values: readonly string[]) => new Set(values).size === values.length

const claims = z.strictObject({
  subject: claimName.default('sub').describe('Claim med personens faste id: `sub`, eller `oid` i Entra ID.'),
  unit: claimName.default('unit').describe('Claim med enheden. Må være en liste; så skal netop én af værdierne stå i `units`.'),
  roles: claimName.default('roles').describe('Claim med rollerne.'),
})

const pseudonymKey = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,31}$/)
    .describe('Nøglens kendenavn, fx 2026-1. Det står ved hver registrering.'),
  secret: secretRef.describe('Hvor hemmeligheden ligger: mindst 32 tegn, lavet tilfældigt og kun kendt af kommunen.'),
})

export const authConfig = z.strictObject({
  issuer: trustworthyUrl.describe('Udstederen, som den skriver sig i tokenets `iss`. Skal passe på tegn.'),
  jwksUri: trustworthyUrl
    .optional()
    .describe('Adressen på udstederens nøgler. Udelades den, findes den i udstederens opslag, og den skal da ligge på samme vært.'),
  audience: z.array(z.string().min(1)).min(1).describe('Tokenets `aud` skal være en af disse: API-appens id.'),
  algorithms: z
    .array(z.enum(['RS256', 'ES256']))
    .min(1)
    .default(['RS256', 'ES256'])
    .describe('Underskrifter, der tages imod.'),
  tokenTypes: z
    .array(z.enum(['at+jwt', 'JWT']))
    .min(1)
    .default(['at+jwt'])
    .describe('Tokenets `typ`. Entra ID skriver `JWT` i sine adgangstokens (version 2.0); andre skriver `at+jwt`.'),
  clockSkewSeconds: z.int().min(0).max(60).default(30).describe('Så meget må udstederens ur gå forkert.'),
  maxLifetimeMinutes: z.int().min(1).max(60).default(60).describe('Tokens med længere levetid end dette afvises.'),
  scope: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('Adgang, tokenet skal nævne i `scope` eller `scp`, fx `sag.bruger`. Udelades den, kræves ingen.'),
  claims: claims.prefault({}).describe('Hvor i tokenet personens id, enhed og roller står.'),
  units: z
    .array(unit)
    .min(1)
    .refine((units) => isUnique(units.map((u) => u.claim)), { error: 'den samme claim-værdi står to gange' })
    .describe('Hvilken værdi i tokenet der er hvilken enhed. En person uden enhed får intet.'),
  roles: z
    .array(role)
    .min(1)
    .refine((roles) => isUnique(roles.map((r) => `${r.claim} ${r.role}`)), { error: 'den samme rolle står to gange' })
    .describe('Hvilken værdi i tokenet der giver hvilken rolle. En person uden rolle får intet.'),
  extensionOrigins: z
    .array(extensionOrigin)
    .default([])
    .describe(
      'Udvidelser, der må kalde: chrome-extension://<id>. Kald med en anden `Origin` afvises. Stjerne kun til udvikling og Firefox.',
    ),
  municipality: z
    .string()
    .regex(/^\d{3}$/)
    .describe('Kommunens nummer, tre cifre.'),
  pseudonymKeys: z
    .array(pseudonymKey)
    .min(1)
    .refine((keys) => isUnique(keys.map((key) => key.id)), { error: 'den samme nøgle står to gange' })
    .describe('Nøgler til sagernes hash. Den første bruges; de næste er tidligere nøgler, som gemmes, så gamle registreringer kan findes.'),
  pseudonymScope: z
    .enum(['municipality', 'unit'])
    .default('municipality')
    .describe('Om en sag har samme hash i hele kommunen, eller hver enhed sin egen.'),
  cachedTokens: z.int().min(100).max(1_000_000).default(20_000).describe('Så mange godkendte tokens huskes, til de udløber.'),
})

export type AuthConfig = z.infer<typeof authConfig>
