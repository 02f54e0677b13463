/**
 * What the sickness screen frames from "another system". The frame is sandboxed, so it has an origin of its own and no
 * script: nothing outside can read it.
 */
export const KSD_PAGE = `<!doctype html>
<html lang="da">
  <head><meta charset="utf-8"><title>Udbetaling</title></head>
  <body>
    <p><b>KSD – læsevisning</b></p>
    <p>Udbetalinger og refusioner vises i KSD. Log på KSD for at se dem.</p>
  </body>
</html>
`
