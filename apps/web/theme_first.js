// Runs before the first paint, which is to have the theme that was chosen.
try {
  const chosen = localStorage.getItem('hearsay-theme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
} catch {
  // Without storage, it is as the system has it.
}
