import type { Exchange } from '#demo/server/exchange.ts'
import { html } from '#demo/server/html.ts'
import type { State } from '#demo/server/state.ts'

/** The read-only panel of another system, served from another origin: a content script cannot read it without permission. */
export function ksdFrame(state: State) {
  return (exchange: Exchange): void => {
    const found = state.cases.find(({ caseGuid }) => caseGuid === exchange.url.searchParams.get('sag'))
    const facts = found ? state.facts(found) : {}
    exchange.reply({
      status: found ? 200 : 404,
      body: html`<!DOCTYPE html>
        <html lang="da">
          <head>
            <meta charset="utf-8" />
            <title>KSD</title>
            <style>
              body {
                font:
                  13px Arial,
                  sans-serif;
                margin: 8px;
                color: #333;
              }
              td {
                padding: 2px 14px 2px 0;
              }
            </style>
          </head>
          <body>
            <strong>Kommunernes Sygedagpengesystem (øvelse)</strong>
            <table>
              <tr>
                <td>Første fraværsdag</td>
                <td>${String(facts['sick.firstDay'] ?? '')}</td>
              </tr>
              <tr>
                <td>Udbetalt til og med</td>
                <td>${state.today}</td>
              </tr>
              <tr>
                <td>Refusion til</td>
                <td>${String(facts['sick.employer'] ?? 'Ingen')}</td>
              </tr>
            </table>
          </body>
        </html>`,
    })
  }
}
