/** What is said of kept views. */
import type { Language } from '#admin-ui/texts/language.ts'

const en = {
  views: 'Views',
  none: 'No view is kept yet. Filter, then give it a name.',
  name: 'Keep these filters as',
  hint: 'In this browser alone. Never the name of a person.',
  drop: (name: string) => `Drop the view ${name}`,
}

const az: typeof en = {
  views: 'Görünüşlər',
  none: 'Saxlanmış görünüş yoxdur. Süzün, sonra ad verin.',
  name: 'Bu süzgəcləri saxla',
  hint: 'Yalnız bu brauzerdə. Heç vaxt şəxs adı yazmayın.',
  drop: (name) => `Görünüşü sil: ${name}`,
}

export const VIEW_TEXTS: Record<Language, typeof en> = { az, en }
