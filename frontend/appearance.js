// Theme and language of this browser. Runs in the head, before the first paint.
(() => {
  const KEY = 'sluice-theme';
  const dark = window.matchMedia('(prefers-color-scheme: dark)');

  /** @returns {'light' | 'dark' | 'system'} what the user has chosen */
  function chosen() {
    try {
      return localStorage.getItem(KEY) ?? 'system';
    } catch {
      return 'system';
    }
  }

  function apply() {
    const choice = chosen();
    const theme = choice === 'system' ? (dark.matches ? 'dark' : 'light') : choice;
    document.documentElement.dataset.theme = theme;
    window.dispatchEvent(new CustomEvent('sluice-theme', { detail: theme }));
  }

  /** @param {string} name @param {string} value */
  function keep(name, value) {
    document.cookie = `${name}=${value};path=/;max-age=31536000;samesite=lax`;
  }

  /** @param {KeyboardEvent} event */
  function isTyping(event) {
    const target = event.composedPath()[0];
    return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
  }

  window.sluice = Object.assign(window.sluice ?? {}, {
    chosenTheme: chosen,
    /** @param {'light' | 'dark' | 'system'} choice */
    chooseTheme(choice) {
      localStorage.setItem(KEY, choice);
      keep(KEY, choice);
      apply();
    },
    /** @param {string} tag a BCP 47 language tag */
    chooseLanguage(tag) {
      keep('sluice-language', tag);
      location.reload();
    },
  });

  dark.addEventListener('change', apply);
  window.addEventListener('storage', (event) => event.key === KEY && apply());
  window.addEventListener('keydown', (event) => {
    if (event.key === '?' && !isTyping(event)) {
      document.getElementById('shell-help')?.click();
    }
  });
  apply();
})();
