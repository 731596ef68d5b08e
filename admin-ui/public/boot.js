// Before anything is painted: the theme and the language that were chosen here last. Not inline, because the content security policy allows no inline script.
;(() => {
  const kept = (name) => {
    try {
      return localStorage.getItem(name)
    } catch {
      return null
    }
  }
  const chosen = kept('korpu-theme')
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  const root = document.documentElement
  root.dataset.mantineColorScheme = dark ? 'dark' : 'light'
  root.lang = kept('korpu-language') === 'en' ? 'en' : 'az'
})()
