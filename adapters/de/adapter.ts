/** Germany: XML in the manner of XÖV. What of it is published convention and what is assumption is told in README.md. */
import { block, fixed, list, type Rows, stated, values } from '#core/mapping/rows.ts'
import { defineAdapter } from '#core/mapping.ts'
import type { Header } from '#schemas/index.ts'
import {
  angehoeriger,
  anlage,
  bearbeitung,
  behoerde,
  dokument,
  dokumentangaben,
  gesundheit,
  grenzuebergang,
  kurzperson,
  person,
} from './blocks.ts'
import {
  ablehnungsgrund,
  ankunftsergebnis,
  begleitfunktion,
  entscheidung,
  fehlendeAngabe,
  fragegegenstand,
  nachrichtentyp,
  nachweisart,
  personengruppe,
  reisedokument,
  verfahren,
  verkehrsmittel,
  vollstaendigkeit,
  zustellereignis,
} from './codes.ts'

const HEAD = 'nachrichtenkopf.g2g'

/** After the head for messages between authorities (XÖV Basisnachricht, G2G). It has no place for a nonce or a digest of the content. */
const header: Rows<Header> = {
  '/@standard': fixed('Körpü'),
  version: '@version',
  '/@produkt': stated('Körpü'),
  '/@produkthersteller': stated('Körpü'),
  messageId: `${HEAD}/identifikation.nachricht/nachrichtenUUID`,
  type: nachrichtentyp(`${HEAD}/identifikation.nachricht/nachrichtentyp`),
  createdAt: `${HEAD}/identifikation.nachricht/erstellungszeitpunkt`,
  to: `${HEAD}/leser/kennung`,
  from: `${HEAD}/autor/kennung`,
  copyTo: values(`${HEAD}/weitererLeser`, 'kennung'),
  inReplyTo: `${HEAD}/referenzUUID`,
  conversationId: `${HEAD}/vorgangsUUID`,
  agreement: `${HEAD}/vereinbarung`,
  expiresAt: `${HEAD}/gueltigBis`,
}

export default defineAdapter({
  party: 'de',
  title: 'Germany: Federal Police Headquarters and foreigners authorities',
  signature: 'xades',
  syntax: 'xml',
  root: { name: 'Nachricht', namespace: 'urn:korpu:dialekt:de:1' },
  header,
  actions: {
    'readmission-application': block('rueckuebernahmeersuchen', {
      procedure: verfahren('verfahren'),
      personCategory: personengruppe('personengruppe'),
      caseReference: 'aktenzeichen',
      date: 'datum',
      place: 'ort',
      requestingAuthority: block('ersuchendeBehoerde', behoerde),
      requestedAuthority: block('ersuchteBehoerde', behoerde),
      interviewRequested: 'anhoerungErbeten',
      subject: block('person', person),
      spouse: block('ehegatte', angehoeriger),
      children: list('kind', angehoeriger),
      health: block('gesundheit', gesundheit),
      danger: 'gefaehrlichkeit',
      security: 'sicherungsmassnahmen',
      evidence: list('nachweis', {
        code: nachweisart('art'),
        ...dokumentangaben,
        note: 'erlaeuterung',
        attachments: list('anlage', anlage),
      }),
      dateOfKnowledge: 'kenntnisdatum',
      obstacle: 'hinderungsgrund',
      'apprehension.at': 'aufgriff/zeitpunkt',
      'apprehension.place': 'aufgriff/ort',
      observations: 'bemerkungen',
      signatory: block('unterzeichner', bearbeitung),
    }),

    acknowledgement: block('eingangsbestaetigung', {
      receivedAt: 'eingangszeitpunkt',
      caseReference: 'aktenzeichen',
      completeness: vollstaendigkeit('vollstaendigkeit'),
      missing: list('fehlendeAngabe', { code: fehlendeAngabe('art'), note: 'erlaeuterung' }),
      authority: block('behoerde', behoerde),
      official: block('bearbeitung', bearbeitung),
    }),

    'information-request': block('auskunftsersuchen', {
      caseReference: 'aktenzeichen',
      questions: list('frage', { number: 'nummer', topic: fragegegenstand('gegenstand'), text: 'text' }),
      answerBy: 'frist',
      observations: 'bemerkungen',
      official: block('bearbeitung', bearbeitung),
    }),

    'information-response': block('auskunft', {
      caseReference: 'aktenzeichen',
      answers: list('antwort', { number: 'nummer', text: 'text', attachments: list('anlage', anlage) }),
      observations: 'bemerkungen',
      official: block('bearbeitung', bearbeitung),
    }),

    'readmission-reply': block('rueckuebernahmebescheid', {
      caseReference: 'aktenzeichen',
      applicationReference: 'aktenzeichenErsuchen',
      decision: entscheidung('entscheidung'),
      decidedOn: 'entscheidungsdatum',
      subject: block('person', kurzperson),
      familyMembers: list('angehoeriger', kurzperson),
      grounds: list('ablehnungsgrund', { code: ablehnungsgrund('art'), text: 'begruendung' }),
      documentBasis: reisedokument('reisedokument'),
      borderPoint: block('grenzuebergang', grenzuebergang),
      validUntil: 'gueltigBis',
      health: block('gesundheit', gesundheit),
      observations: 'bemerkungen',
      authority: block('behoerde', behoerde),
      official: block('unterzeichner', bearbeitung),
    }),

    'transfer-notification': block('ueberstellungsankuendigung', {
      caseReference: 'aktenzeichen',
      replyReference: 'aktenzeichenBescheid',
      travellers: list('reisender', {
        person: block('person', kurzperson),
        documents: list('dokument', dokument),
        health: block('gesundheit', gesundheit),
        security: 'sicherungsmassnahmen',
      }),
      departureAt: 'abreise/zeitpunkt',
      departurePoint: block('abreise/grenzuebergang', grenzuebergang),
      arrivalAt: 'ankunft/zeitpunkt',
      borderPoint: block('ankunft/grenzuebergang', grenzuebergang),
      mode: verkehrsmittel('befoerderung/verkehrsmittel'),
      flight: 'befoerderung/flugnummer',
      vehicle: 'befoerderung/fahrzeug',
      escorts: list('begleitperson', {
        familyName: 'nameNatuerlichePerson/familienname/name',
        givenNames: 'nameNatuerlichePerson/vorname/name',
        role: begleitfunktion('funktion'),
        document: block('dokument', dokument),
      }),
      annexes: list('anlage', anlage),
      observations: 'bemerkungen',
      official: block('bearbeitung', bearbeitung),
    }),

    'arrival-confirmation': block('ankunftsbestaetigung', {
      caseReference: 'aktenzeichen',
      outcome: ankunftsergebnis('ergebnis'),
      reason: 'grund',
      at: 'zeitpunkt',
      borderPoint: block('grenzuebergang', grenzuebergang),
      persons: list('person', kurzperson),
      observations: 'bemerkungen',
      official: block('bearbeitung', bearbeitung),
    }),

    'delivery-notice': block('zustellnachricht', {
      event: zustellereignis('ereignis'),
      deliveryId: 'zustellungsUUID',
      party: 'empfaenger/kennung',
      at: 'zeitpunkt',
      'receipt.receiptId': 'quittung/quittungsUUID',
      'receipt.digest': 'quittung/pruefsumme',
      'receipt.at': 'quittung/zeitpunkt',
      code: 'fehlercode',
    }),
  },
})
