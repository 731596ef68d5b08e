/** What each step of a connection test means: what was found where it succeeded, and where to look where it failed. */
import type { Fmt } from '#admin-ui/fmt.ts'
import type { Language } from '#admin-ui/texts/language.ts'

type Name = 'dns' | 'tcp' | 'tls' | 'certificate' | 'http' | 'clock'

interface Step {
  readonly step: Name
  readonly ok: boolean
  readonly code?: string | undefined
  readonly found?: Readonly<Record<string, string | number>> | undefined
}

type Says = (found: Readonly<Record<string, string | number>>, fmt: Fmt) => string
interface Sentences {
  readonly ok: Readonly<Record<Name, Says>>
  /** By the code that the system or TLS gives. */
  readonly codes: Readonly<Record<string, Says>>
  /** Where no sentence is known for the code. */
  readonly other: Readonly<Record<Name, string>>
}

const sayingOf =
  ({ ok, codes, other }: Sentences) =>
  ({ step, ok: holds, code = '', found = {} }: Step, fmt: Fmt): string =>
    holds ? ok[step](found, fmt) : (codes[code]?.(found, fmt) ?? `${other[step]} (${code})`)

const dateOf = ({ validUntil = '' }: Readonly<Record<string, string | number>>, fmt: Fmt): string =>
  validUntil === '' ? '' : fmt.longDate(validUntil)
const secondsOf = ({ differenceMs = 0 }: Readonly<Record<string, string | number>>, fmt: Fmt): string =>
  fmt.span(Math.abs(Number(differenceMs)))

const en = {
  test: 'Test the connection',
  title: (party: string) => `Connection: ${party}`,
  note: 'The way of a real push, without a message. It stops at the first step that fails.',
  fetches: (way: string) => `Nobody calls this party: it fetches what is for it. (${way})`,
  reached: 'The party is reached.',
  notReached: 'The party is not reached. The step in red says where to look.',
  notAsked: 'Not looked at: an earlier step failed.',
  steps: {
    dns: 'Name (DNS)',
    tcp: 'Connection (TCP)',
    tls: 'Encryption (TLS)',
    certificate: 'Its certificate',
    http: 'Answer (HTTP)',
    clock: 'Clocks',
  },
  says: sayingOf({
    ok: {
      dns: ({ addresses }) => `The name leads to ${addresses}.`,
      tcp: ({ port }) => `Port ${port} takes connections.`,
      tls: ({ protocol, cipher }) => `${protocol}, ${cipher}.`,
      certificate: (found, fmt) => `It chains to the registered anchor and is valid until ${dateOf(found, fmt)}.`,
      http: ({ status }) => `It answers with HTTP ${status}.`,
      clock: (found, fmt) =>
        found.differenceMs === undefined ? 'It does not say what time it is.' : `They differ by ${secondsOf(found, fmt)}.`,
    },
    codes: {
      ENOTFOUND: () => 'The name does not exist. Is the address in the party file right?',
      EAI_AGAIN: () => 'No name server answers. Look at the network of the hub.',
      ECONNREFUSED: () => 'The machine is there, but nothing listens at this port. Their service is down, or the port is wrong.',
      ETIMEDOUT: () => 'No answer within 5 seconds. A firewall on the way, or their machine is down.',
      EHOSTUNREACH: () => 'There is no way to this machine. Look at routes and firewalls.',
      ENETUNREACH: () => 'There is no way to this network. Look at routes and firewalls.',
      ECONNRESET: () => 'They broke the connection off. Do they know the certificate of the hub?',
      EPROTO: () => 'The two sides have no protocol in common, or they do not take the certificate of the hub.',
      CERT_HAS_EXPIRED: (found, fmt) => `Their certificate expired on ${dateOf(found, fmt)}. They must renew it.`,
      CERT_NOT_YET_VALID: () => 'Their certificate is not valid yet. Is one of the clocks wrong?',
      SELF_SIGNED_CERT_IN_CHAIN: () => 'Their certificate comes from an authority that is not registered for this party.',
      DEPTH_ZERO_SELF_SIGNED_CERT: () => 'Their certificate is signed by itself, and not registered for this party.',
      UNABLE_TO_VERIFY_LEAF_SIGNATURE: () =>
        'Their certificate does not chain to the registered anchor, or they do not send the certificates between.',
      UNABLE_TO_GET_ISSUER_CERT_LOCALLY: () => 'The authority that issued their certificate is not registered for this party.',
      ERR_TLS_CERT_ALTNAME_INVALID: () => 'Their certificate is for another name than the address in the party file.',
      NOT_LET_IN: ({ status }) => `They do not let the hub in (HTTP ${status}). They must register the certificate of the hub.`,
      CLOCK_DIFFERENCE: (found, fmt) =>
        `The clocks differ by ${secondsOf(found, fmt)}: signing times will be refused. Whoever is wrong must set it.`,
    },
    other: {
      dns: 'The name could not be looked up.',
      tcp: 'No connection came about.',
      tls: 'No encrypted connection came about.',
      certificate: 'Their certificate does not hold.',
      http: 'The connection stands, but no answer came.',
      clock: 'The clocks could not be compared.',
    },
  }),
}

const az: typeof en = {
  test: 'Bağlantını yoxla',
  title: (party) => `Bağlantı: ${party}`,
  note: 'Mesajsız, əsl göndərişin yolu ilə. Alınmayan ilk addımda dayanır.',
  fetches: (way) => `Bu tərəfə heç kim qoşulmur: ona ünvanlananı özü götürür. (${way})`,
  reached: 'Tərəflə bağlantı var.',
  notReached: 'Tərəflə bağlantı yoxdur. Haraya baxmaq lazım olduğunu qırmızı addım deyir.',
  notAsked: 'Baxılmadı: əvvəlki addım alınmadı.',
  steps: {
    dns: 'Ad (DNS)',
    tcp: 'Qoşulma (TCP)',
    tls: 'Şifrələmə (TLS)',
    certificate: 'Tərəfin sertifikatı',
    http: 'Cavab (HTTP)',
    clock: 'Saatlar',
  },
  says: sayingOf({
    ok: {
      dns: ({ addresses }) => `Adın ünvanı: ${addresses}.`,
      tcp: ({ port }) => `${port} portu qoşulmaları qəbul edir.`,
      tls: ({ protocol, cipher }) => `${protocol}, ${cipher}.`,
      certificate: (found, fmt) => `Qeydiyyatdakı etimad mərkəzindəndir, etibarlıdır: ${dateOf(found, fmt)} tarixinədək.`,
      http: ({ status }) => `HTTP ${status} cavabını verir.`,
      clock: (found, fmt) => (found.differenceMs === undefined ? 'Saatını bildirmir.' : `Fərq: ${secondsOf(found, fmt)}.`),
    },
    codes: {
      ENOTFOUND: () => 'Belə ad yoxdur. Tərəflər faylındakı ünvan düzgündürmü?',
      EAI_AGAIN: () => 'Ad serveri cavab vermir. Qovşağın şəbəkəsinə baxın.',
      ECONNREFUSED: () => 'Maşın yerindədir, lakin bu portda heç nə qulaq asmır. Onların xidməti dayanıb və ya port səhvdir.',
      ETIMEDOUT: () => '5 saniyə ərzində cavab gəlmədi. Yolda firewall var və ya onların maşını işləmir.',
      EHOSTUNREACH: () => 'Bu maşına yol yoxdur. Marşrutlara və firewall-a baxın.',
      ENETUNREACH: () => 'Bu şəbəkəyə yol yoxdur. Marşrutlara və firewall-a baxın.',
      ECONNRESET: () => 'Bağlantını onlar kəsdi. Qovşağın sertifikatını tanıyırlarmı?',
      EPROTO: () => 'İki tərəfin ortaq protokolu yoxdur və ya qovşağın sertifikatını qəbul etmirlər.',
      CERT_HAS_EXPIRED: (found, fmt) => `Onların sertifikatının vaxtı ${dateOf(found, fmt)} tarixində bitib. Yeniləməlidirlər.`,
      CERT_NOT_YET_VALID: () => 'Onların sertifikatı hələ qüvvədə deyil. Saatlardan biri səhvdirmi?',
      SELF_SIGNED_CERT_IN_CHAIN: () => 'Onların sertifikatını bu tərəf üçün qeydiyyatda olmayan sertifikat mərkəzi verib.',
      DEPTH_ZERO_SELF_SIGNED_CERT: () => 'Onların sertifikatı özü ilə imzalanıb və bu tərəf üçün qeydiyyatda deyil.',
      UNABLE_TO_VERIFY_LEAF_SIGNATURE: () =>
        'Onların sertifikatı qeydiyyatdakı etimad mərkəzinə aparmır və ya aradakı sertifikatları göndərmirlər.',
      UNABLE_TO_GET_ISSUER_CERT_LOCALLY: () => 'Onların sertifikatını verən sertifikat mərkəzi bu tərəf üçün qeydiyyatda deyil.',
      ERR_TLS_CERT_ALTNAME_INVALID: () => 'Onların sertifikatı tərəflər faylındakı ünvan üçün deyil, başqa ad üçündür.',
      NOT_LET_IN: ({ status }) => `Qovşağı içəri buraxmırlar (HTTP ${status}). Qovşağın sertifikatını qeydiyyata almalıdırlar.`,
      CLOCK_DIFFERENCE: (found, fmt) =>
        `Saatların fərqi: ${secondsOf(found, fmt)}. İmza vaxtları rədd ediləcək; səhv saat düzəldilməlidir.`,
    },
    other: {
      dns: 'Ad tapılmadı.',
      tcp: 'Qoşulma alınmadı.',
      tls: 'Şifrəli bağlantı qurulmadı.',
      certificate: 'Onların sertifikatı keçərli deyil.',
      http: 'Bağlantı var, lakin cavab gəlmədi.',
      clock: 'Saatları müqayisə etmək olmadı.',
    },
  }),
}

export const CONNECTION_TEXTS: Record<Language, typeof en> = { az, en }
