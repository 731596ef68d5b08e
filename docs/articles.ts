/** The page on the agreement: every article, what the hub does about it, the test that proves it, and what is not encoded. */
import { RULES } from '#core/rules/agreement.ts'
import { euAz2014 } from '#schemas/agreements/eu-az-2014.ts'

/** What the table rests on, in Markdown. */
export const ABOUT_ARTICLES =
  'Agreement between the European Union and Azerbaijan (CELEX 22014A0430(01)). Its operative articles could not be read word for word: the numbering follows the template of such agreements and is to be checked, like every limit that the [table of limits](limits.md) does not mark V.'

export interface Article {
  /** As the agreement numbers it, `14` or `annex 5`. */
  readonly number: string
  readonly subject: string
  /** Empty where there is nothing for a hub to do. */
  readonly does: string
  /** File and name of a test. */
  readonly proof: readonly (readonly [file: string, test: string])[]
  /** What the article says and the hub does not. */
  readonly open?: string
}

const CASE = 'core/rules/case.test.ts'
const RULE = 'core/rules/agreement.test.ts'
const SAMPLES = 'schemas/samples.test.ts'
const CHOREOGRAPHY = 'schemas/choreography.test.ts'
const RULE_SETS = 'schemas/agreements/rule-sets.test.ts'
const CLOCKS = 'core/clocks/clocks-after.test.ts'
const DEADLINES = 'core/clocks/deadlines.test.ts'
const RUNNING = 'core/flow/clocks.test.ts'

const everyRule = [RULE, '%s on %s: broken by %j, kept by %j'] as const
const anAnnex = [RULE, 'another agreement may know other evidence'] as const
const aLimit = [RULE, 'a limit refuses only where the rule set says so, and nothing that it rests on is a guess'] as const
const everyField = [SAMPLES, 'has every field'] as const
const everyMove = [CASE, 'may send %s'] as const
const everyClock = [
  'core/clocks/clocks.property.test.ts',
  'in 1,000 random walks every clock is started and stopped once, as the small model has it',
] as const

export const ARTICLES: readonly Article[] = [
  {
    number: '1',
    subject: 'Definitions',
    does: 'Definitions and code lists in English and Azerbaijani',
    proof: [['schemas/words.test.ts', '%s is %s wherever it is said']],
  },
  {
    number: '2',
    subject: 'Fundamental principles',
    does: 'No message has a place for asylum information; in free text, words that tell of it are flagged',
    proof: [
      ['core/rules/asylum-rules.test.ts', 'no field, code or title of any message has a place for asylum information'],
      ['core/rules/asylum-rules.test.ts', '%s tells of asylum'],
    ],
    open: 'Preference of voluntary return over readmission: a matter of the authorities. What free text tells in other words, and what a copy shows, nobody notices',
  },
  {
    number: '3',
    subject: 'Readmission of own nationals by Azerbaijan',
    does: 'Category of the person decides evidence, limits and documents; travel document messages; the European travel document when none comes in time',
    proof: [
      everyRule,
      everyMove,
      [RUNNING, 'the reply stops it, and the receipt of an approval starts transfer and travel document'],
      [RUNNING, 'when no travel document comes in time, the European one is deemed accepted: both sides find it with the approval, once'],
    ],
  },
  {
    number: '4',
    subject: 'Readmission of third-country nationals and stateless persons by Azerbaijan',
    does: 'Category of the person; visas and permits as documents',
    proof: [everyRule],
    open: 'Exceptions (airside transit, visa of the requesting state): their wording was not read',
  },
  {
    number: '5',
    subject: 'Readmission of own nationals by the member states',
    does: 'The same messages the other way round: whichever state opens the case is the requesting one',
    proof: [[CASE, 'are the states that opened it and that were addressed, whichever they are']],
  },
  {
    number: '6',
    subject: 'Readmission of third-country nationals and stateless persons by the member states',
    does: 'The same messages the other way round',
    proof: [[CASE, 'are the states that opened it and that were addressed, whichever they are']],
  },
  {
    number: '7',
    subject: 'Principles: when an application is needed; accelerated procedure',
    does: '`direct-transfer-notice` where none is needed; apprehension in the accelerated procedure, late applications flagged',
    proof: [
      everyRule,
      aLimit,
      [CHOREOGRAPHY, 'only what opens a conversation comes in no state, and it answers nothing'],
      [DEADLINES, 'in the accelerated procedure two working days of the requested state may pass after the apprehension'],
    ],
    open: 'What a border region is: not read, left to the requesting authority',
  },
  {
    number: '8',
    subject: 'Readmission application',
    does: '`readmission-application` and its update; health data only with consent',
    proof: [everyRule, everyField],
  },
  {
    number: '9',
    subject: 'Evidence of nationality',
    does: 'Codes of annexes 1 and 2, only for those whom they are for; verification and interview messages',
    proof: [
      anAnnex,
      ['schemas/agreements/eu-az-2014.test.ts', 'knows every evidence code, annexes 1 and 2 for nationals, 3 and 4 for others'],
      everyMove,
      [CLOCKS, 'an interview asked for in the application has its own clock'],
    ],
    open: 'Effect of an evidence: decided by the requested authority, not by the hub',
  },
  {
    number: '10',
    subject: 'Evidence regarding third-country nationals and stateless persons',
    does: 'Codes of annexes 3 and 4, only for those whom they are for',
    proof: [
      anAnnex,
      ['schemas/agreements/eu-az-2014.test.ts', 'knows every evidence code, annexes 1 and 2 for nationals, 3 and 4 for others'],
    ],
  },
  {
    number: '11',
    subject: 'Time limits',
    does: 'Limits as data with source and confidence; acknowledgement, extension, reasoned reply, notice of deemed approval',
    proof: [
      aLimit,
      [RULE_SETS, 'has a row for each of the limits T1 to T20'],
      [CHOREOGRAPHY, 'while a reply is owed the case ends by the reply, by silence or by the one who asked, and not by a closure'],
      ['core/clocks/lapse.test.ts', 'silence means approval only when every row that says so was read or confirmed'],
      [DEADLINES, 'an application for a third-country national is late after six months from the day of knowledge'],
      [CLOCKS, 'waits for the recipient to sign for the application, then runs from that moment'],
      [
        'core/clocks/due.test.ts',
        '15 calendar days end with the fifteenth day after the receipt, in the time zone of the one who must reply',
      ],
      [CLOCKS, 'goes no further than the agreement allows, and comes once'],
      [RUNNING, 'silence with everything confirmed is approval: both sides are told, with the proof of receipt, and the case goes on'],
      everyClock,
    ],
  },
  {
    number: '12',
    subject: 'Transfer modalities and modes of transport',
    does: 'Notification, response, update, cancellation, arrival; escorts and documents; short notice flagged',
    proof: [everyRule, aLimit, everyMove, [DEADLINES, 'a %s comes three working days before the arrival']],
  },
  {
    number: '13',
    subject: 'Readmission in error',
    does: 'Claim and reply; the right to claim outlives the closure of the case',
    proof: [
      everyRule,
      everyMove,
      [CLOCKS, 'arrival starts the window for a claim of error, six months for nationals and twelve for others'],
    ],
  },
  {
    number: '14',
    subject: 'Transit: principles',
    does: 'Declared guarantee of admission; grounds of refusal; revocation',
    proof: [everyRule, everyMove],
    open: 'Escorts without a visa in airside transit: nothing to exchange',
  },
  {
    number: '15',
    subject: 'Transit: procedure',
    does: '`transit-application`, `transit-reply` with border crossing point and time',
    proof: [everyRule, everyMove, everyClock],
  },
  {
    number: '16',
    subject: 'Transport and transit costs',
    does: 'Claim with items that add up, settlement',
    proof: [everyRule, [CHOREOGRAPHY, 'costs, data protection and delivery notices come in any state and change none']],
    open: 'Which costs are borne by whom in detail',
  },
  {
    number: '17',
    subject: 'Data protection',
    does: 'Closed schema: what is not listed is refused; every leaf has a class of the permitted data ([permitted-data.md](permitted-data.md)); notices of correction and erasure, reports on use; audit trail of every communication',
    proof: [
      everyRule,
      ['schemas/permitted-data.test.ts', 'every leaf of %s has a class'],
      ['schemas/validate.test.ts', 'names the parent of a member that the schema does not know, and what it may have'],
      ['core/flow/receive.test.ts', 'a refusal to a proven party is part of its audit trail, one to a stranger is not'],
    ],
    open: 'Consent to onward transfer is reported, not enforced: it happens outside the hub',
  },
  {
    number: '18',
    subject: 'Relation to other international obligations',
    does: '',
    proof: [],
    open: 'Binds the states; nothing to exchange',
  },
  {
    number: '19',
    subject: 'Joint readmission committee',
    does: '`statistics-report`: aggregates only, small figures suppressed',
    proof: [everyRule],
    open: 'Work of the committee itself',
  },
  {
    number: '20',
    subject: 'Implementing protocols',
    does: '`contact-list-update`, `border-point-update`; what a protocol changes is another version of the rule set',
    proof: [everyField, [RULE_SETS, 'no version is there twice']],
    open: 'No implementing protocol with Azerbaijan was found',
  },
  {
    number: '21',
    subject: 'Relation to bilateral agreements of member states',
    does: 'A message names its agreement; a case stays under the one it was opened under',
    proof: [[CASE, 'a case stays under the agreement that it was opened under']],
  },
  {
    number: '22',
    subject: 'Territorial application',
    does: 'States bound are listed in the rule set',
    proof: [['schemas/agreements/eu-az-2014.test.ts', 'binds Azerbaijan and the member states but Denmark and Ireland']],
  },
  {
    number: '23',
    subject: 'Entry into force, duration and termination',
    does: 'First day in the rule set; agreements between parties have validity windows',
    proof: [['core/resolve.test.ts', 'are expired before they begin and after they end']],
  },
  { number: '24', subject: 'Annexes', does: 'See below', proof: [] },
  {
    number: 'annex 1',
    subject: 'Proof of nationality',
    does: 'Codes N01 to N07',
    proof: [['schemas/agreements/eu-az-2014.test.ts', 'knows every evidence code, annexes 1 and 2 for nationals, 3 and 4 for others']],
  },
  {
    number: 'annex 2',
    subject: 'Prima facie evidence of nationality',
    does: 'Codes P01 to P09',
    proof: [['schemas/agreements/eu-az-2014.test.ts', 'knows every evidence code, annexes 1 and 2 for nationals, 3 and 4 for others']],
  },
  {
    number: 'annex 3',
    subject: 'Proof for third-country nationals and stateless persons',
    does: 'Codes T01 to T04',
    proof: [['schemas/agreements/eu-az-2014.test.ts', 'knows every evidence code, annexes 1 and 2 for nationals, 3 and 4 for others']],
  },
  {
    number: 'annex 4',
    subject: 'Prima facie evidence for third-country nationals and stateless persons',
    does: 'Codes Q01 to Q10',
    proof: [['schemas/agreements/eu-az-2014.test.ts', 'knows every evidence code, annexes 1 and 2 for nationals, 3 and 4 for others']],
  },
  {
    number: 'annex 5',
    subject: 'Application form',
    does: 'Every block of the form is one of `readmission-application`',
    proof: [everyField],
  },
  { number: 'annex 6', subject: 'Transit form', does: 'Every block of the form is one of `transit-application`', proof: [everyField] },
]

/** Numbers that a reference like `3(4), 5(4)`, `2 to 6` or `9, annexes 1 and 2` names. */
export function articlesOf(reference: string): readonly string[] {
  const range = /^(\d+) to (\d+)$/.exec(reference)
  if (range)
    return ARTICLES.map(({ number }) => number).filter((number) => Number(number) >= Number(range[1]) && Number(number) <= Number(range[2]))
  return reference
    .replace(/annexes (\d+) and (\d+)/, 'annex $1, annex $2')
    .replaceAll(/\([^)]*\)/g, '')
    .split(', ')
}

/** Names of the rules that rest on an article. */
export const rulesOf = (number: string): readonly string[] =>
  RULES.filter(({ article }) => articlesOf(article).includes(number)).map(({ rule }) => rule)
/** Ids of the limits of the rule set that an article sets. */
export const limitsOf = (number: string): readonly string[] =>
  Object.entries(euAz2014.limits)
    .filter(([, { article }]) => articlesOf(article).includes(number))
    .map(([id]) => id)

const quoted = (ids: readonly string[]): string => ids.map((id) => `\`${id}\``).join(' ')
const proofOf = (proof: Article['proof']): string => proof.map(([file, test]) => `${file}: ${test}`).join('<br>')

export const articleRows: readonly (readonly string[])[] = ARTICLES.map(({ number, subject, does, proof, open = '' }) => [
  number,
  subject,
  does,
  quoted(rulesOf(number)),
  quoted(limitsOf(number)),
  proofOf(proof),
  open,
])
