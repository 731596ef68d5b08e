/**
 * Words that tell of asylum or international protection, by language (BCP 47): beginnings of words, in phrases as they follow one another.
 *
 * A list can only notice, never decide: a text without these words may still tell, and one with them may only mention an authority. So it flags and
 * refuses nothing. Words that mean criminal prosecution as often as persecution stand only in phrases. Collected for this hub, not taken from a law
 * (confidence GK); any change is a new version.
 */
export const ASYLUM_WORDS = {
  version: 1,
  stems: {
    az: [
      'sığınacaq',
      'sığınacağ',
      'qaçqın',
      'beynəlxalq müdafiə',
      'beynelxalq mudafie',
      'əlavə müdafiə',
      'siyasi təqib',
      'siyasi teqib',
      'dini təqib',
      'cenevrə konvensiya',
    ],
    'az-Cyrl': ['сығыначаг', 'гачгын', 'бејнәлхалг мүдафиә'],
    de: [
      'asyl',
      'kirchenasyl',
      'flüchtling',
      'fluechtling',
      'geflüchtet',
      'subsidiär schutz',
      'subsidiären schutz',
      'subsidiärer schutz',
      'subsidiärem schutz',
      'internationaler schutz',
      'internationalen schutz',
      'internationalem schutz',
      'politisch verfolgt',
      'politische verfolgung',
      'politischer verfolgung',
      'abschiebungsverbot',
      'genfer konvention',
    ],
    en: [
      'asylum',
      'refugee',
      'persecut',
      'subsidiary protection',
      'international protection',
      'non refoulement',
      'nonrefoulement',
      'geneva convention',
    ],
    fr: [
      'asile',
      'réfugié',
      'persécut',
      'protection subsidiaire',
      'protection internationale',
      'non refoulement',
      'convention de genève',
      'ofpra',
      'cnda',
    ],
    nl: ['asiel', 'vluchteling', 'subsidiaire bescherming', 'internationale bescherming', 'vrees voor vervolging', 'verdrag van genève'],
    pl: ['azyl', 'uchodź', 'prześladow', 'ochron międzynarodow', 'ochron uzupełniając', 'międzynarodow ochron', 'konwencj genewsk'],
    ru: ['убежищ', 'беженец', 'беженц', 'беженк', 'международн защит', 'дополнительн защит', 'политическ преследован', 'женевск конвенци'],
    tr: ['sığınma', 'iltica', 'mülteci', 'uluslararası koruma', 'ikincil koruma', 'siyasi zulüm'],
  },
} as const
