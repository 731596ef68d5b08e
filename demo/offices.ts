/** The authorities of the demo and the officials who write for them. Nobody here exists. */
import type { PartyId } from '#core/message.ts'
import type { Address, Authority, BorderPoint, Official } from '#schemas/generated/types.ts'

export interface Office {
  readonly authority: Authority
  readonly official: Official
}

/** A member state's authority for returns: who asks for readmission. */
export interface ReturnOffice extends Office {
  /** Begins its case numbers. */
  readonly sign: string
  readonly shelter: Address
  /** From where its flights leave. */
  readonly airport: BorderPoint
}

export const RETURN_OFFICES: Readonly<Record<'at' | 'be' | 'de' | 'fr' | 'nl' | 'pl', ReturnOffice>> = {
  at: {
    sign: 'AT',
    authority: { name: 'Rückkehrbüro Beispielstadt', unit: 'Referat 3', email: 'rueckkehr@beispielstadt.example' },
    official: { name: 'Mag. Änne Probst', position: 'Referentin', phone: '+431000000003' },
    shelter: { street: 'Mustergasse 7', locality: 'Wien', postalCode: '1100', country: 'AUT' },
    airport: { name: 'Flughafen Wien-Schwechat', airport: 'VIE', country: 'AUT' },
  },
  be: {
    sign: 'BE',
    authority: { name: 'Bureau des retours de Villexemple', unit: 'Cellule identification', email: 'retour@villexemple.example' },
    official: { name: 'Maëlle Exempel', position: 'Attachée', phone: '+3220000004' },
    shelter: { street: 'Rue de l’Exemple 4', locality: 'Villexemple', postalCode: '1000', country: 'BEL' },
    airport: { name: 'Aéroport de Bruxelles-National', airport: 'BRU', country: 'BEL' },
  },
  de: {
    sign: 'DE',
    authority: { name: 'Zentrale Ausländerbehörde Musterstadt', email: 'rueckfuehrung@zab.example' },
    official: { name: 'Jürgen Beispiel', position: 'Sachbearbeiter' },
    shelter: { street: 'Musterweg 5', locality: 'Musterstadt', postalCode: '15999', country: 'DEU' },
    airport: { name: 'Flughafen Frankfurt am Main', airport: 'FRA', country: 'DEU' },
  },
  fr: {
    sign: 'FR',
    authority: { name: 'Service central des retours', unit: 'Préfecture de Villemodèle', email: 'retours@villemodele.example' },
    official: { name: 'Zoé Modèle', position: 'Capitaine', phone: '+33100000005' },
    shelter: { street: '8, allée du Modèle', locality: 'Villemodèle', postalCode: '93000', country: 'FRA' },
    airport: { name: 'Aéroport Paris-Charles-de-Gaulle', airport: 'CDG', country: 'FRA' },
  },
  nl: {
    sign: 'NL',
    authority: { name: 'Dienst Terugkeer Voorbeeldstad', unit: 'Team 2', email: 'terugkeer@voorbeeldstad.example' },
    official: { name: 'Joëlle Voorbeeld', position: 'Regievoerder', phone: '+31700000002' },
    shelter: { street: 'Voorbeeldweg 9', locality: 'Voorbeeldstad', postalCode: '1000 AA', country: 'NLD' },
    airport: { name: 'Luchthaven Schiphol', airport: 'AMS', country: 'NLD' },
  },
  pl: {
    sign: 'PL',
    authority: { name: 'Oddział Straży w Przykładowie', unit: 'Wydział do spraw powrotów', email: 'powroty@przykladowo.example' },
    official: { name: 'mjr Łucja Wzór', position: 'Naczelnik', phone: '+48220000006' },
    shelter: { street: 'ul. Przykładowa 6', locality: 'Przykładowo', postalCode: '00-001', country: 'POL' },
    airport: { name: 'Lotnisko Chopina w Warszawie', airport: 'WAW', country: 'POL' },
  },
}

export const returnOfficeOf = (party: PartyId): ReturnOffice => {
  const office = (RETURN_OFFICES as Readonly<Record<PartyId, ReturnOffice>>)[party]
  if (!office) throw new Error(`no authority of ${party} asks for readmission in the demo`)
  return office
}

/** Receives applications and decides. */
export const MIGRATION_SERVICE: Office = {
  authority: { name: 'Dövlət Miqrasiya Xidməti', unit: 'Readmissiya şöbəsi', email: 'readmissiya@miqrasiya.example' },
  official: { name: 'Rəna Nümunəli', position: 'Baş məsləhətçi' },
}

/** Holds interviews and issues travel documents. */
export const MISSION: Office = {
  authority: { name: 'Azərbaycan Respublikasının səfirliyi', unit: 'Konsulluq şöbəsi', email: 'konsul@sefirlik.example' },
  official: { name: 'Çinarə Misalova', position: 'Konsul' },
}

/** Keeps the registers of persons and documents. */
export const INTERIOR: Office = {
  authority: { name: 'Daxili İşlər Nazirliyi', unit: 'Reyestrlər şöbəsi' },
  official: { name: 'Uğur Nümunəzadə', position: 'Reyestr üzrə inspektor' },
}

/** Takes over at the border, and keeps the register of crossings. */
export const BORDER_SERVICE: Office = {
  authority: { name: 'Dövlət Sərhəd Xidməti', unit: 'Hava limanı dəstəsi' },
  official: { name: 'Kapitan Tural Misal', position: 'Növbə rəisi' },
}

export const BAKU: BorderPoint = { name: 'Heydər Əliyev Beynəlxalq Aeroportu', airport: 'GYD', country: 'AZE' }
