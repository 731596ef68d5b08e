/** What is said about a person. */
import { coded, trilingual } from './coded.ts'

export const sexe = coded('sexe', { F: 'F', M: 'M', X: 'X' })

export const etatCivil = trilingual('etatCivil', {
  SINGLE: ['celibataire', 'ongehuwd', 'LD'],
  MARRIED: ['marie', 'gehuwd', 'VH'],
  DIVORCED: ['divorce', 'gescheiden', 'GS'],
  WIDOWED: ['veuf', 'weduwe', 'VW'],
  PARTNERSHIP: ['cohabitationLegale', 'wettelijkSamenwonend', 'LP'],
  UNKNOWN: ['inconnu', 'onbekend', 'NB'],
})

export const categoriePersonne = trilingual('categoriePersonne', {
  OWN_NATIONAL: ['propreRessortissant', 'eigenOnderdaan', 'eigenerStaatsangehoeriger'],
  FORMER_NATIONAL: ['ancienRessortissant', 'voormaligeOnderdaan', 'frueherStaatsangehoeriger'],
  FAMILY_SPOUSE: ['conjoint', 'echtgenoot', 'ehegatte'],
  FAMILY_CHILD: ['enfant', 'kind', 'kind'],
  THIRD_COUNTRY_NATIONAL: ['ressortissantPaysTiers', 'onderdaanDerdeLand', 'drittstaatsangehoeriger'],
  STATELESS: ['apatride', 'staatloze', 'staatenloser'],
})

export const couleurYeux = trilingual('couleurYeux', {
  BLACK: ['noir', 'zwart', 'schwarz'],
  BLUE: ['bleu', 'blauw', 'blau'],
  BROWN: ['brun', 'bruin', 'braun'],
  GREEN: ['vert', 'groen', 'gruen'],
  GREY: ['gris', 'grijs', 'grau'],
  HAZEL: ['noisette', 'hazelnoot', 'haselnussbraun'],
  OTHER: ['autre', 'andere', 'andere'],
})

export const typeNumero = trilingual('typeNumero', {
  FIN: ['FIN', 'FIN', 'FIN'],
  NATIONAL_NUMBER: ['numeroNational', 'nationaalNummer', 'nationaleNummer'],
  FOREIGNERS_FILE: ['dossierEtrangers', 'vreemdelingendossier', 'azrNummer'],
  OTHER: ['autre', 'andere', 'andere'],
})
