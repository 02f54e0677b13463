/* oxlint-disable max-lines, max-lines-per-function, complexity, promise/always-return, promise/no-callback-in-promise, typescript/no-floating-promises -- One script in the manner of its age: that is what it stands for. */
'use strict'
// The classic dialect's page script: partial reloads of panes and tables, citizen tabs inside one page, folding panels,
// pop-up windows. Written in the manner of its age, without a library.
;(function () {
  var root = document.body.getAttribute('data-rod')
  var loader = document.getElementById('opgave-loader')
  var waiting = 0

  function load(url, done, options) {
    waiting++
    loader.style.display = ''
    fetch(url, options || {})
      .then(
        function (response) {
          if (response.status === 401) {
            location.href = root + '/logon.do?tilbage=' + encodeURIComponent(location.pathname + location.search + location.hash)
            return null
          }
          return response.text().then(function (text) {
            return { ok: response.ok, text: text }
          })
        },
        function () {
          return { ok: false, text: '' }
        },
      )
      .then(function (answer) {
        waiting--
        if (waiting === 0) loader.style.display = 'none'
        if (answer) done(answer.ok ? answer.text : failure(), answer.ok)
      })
  }
  function failure() {
    return '<div class="alert alert-danger" role="alert" data-textkey="system.type.fejl">Der opstod en fejl. Delen kunne ikke hentes. <button type="button" class="proev-igen">Prøv igen</button></div>'
  }

  function activePerson() {
    return document.querySelector('.person:not([hidden])')
  }
  function hashValues() {
    return new URLSearchParams(location.hash.slice(1))
  }

  // Panes ------------------------------------------------------------------
  var asked = 0
  function loadPane() {
    var person = activePerson()
    if (!person) return
    var values = hashValues()
    var fane = values.get('fane') || person.getAttribute('data-fane') || 'PERSON_OVERBLIK'
    values.set('fane', fane)
    values.set('id', person.getAttribute('data-person-id'))
    person.setAttribute('data-fane', fane)
    person.setAttribute('data-hash', location.hash)
    person.querySelectorAll('.sidemenu a').forEach(function (link) {
      var on = link.getAttribute('data-fane') === fane
      link.classList.toggle('aktiv', on)
      if (on) link.setAttribute('aria-current', 'page')
      else link.removeAttribute('aria-current')
    })
    var mine = ++asked
    load(root + '/person/rude.do?' + values, function (text) {
      if (mine !== asked) return
      person.querySelector('.rude').innerHTML = text
    })
  }
  window.addEventListener('hashchange', loadPane)

  // Citizen tabs ------------------------------------------------------------
  function showPerson(id, push) {
    var found = false
    document.querySelectorAll('.person').forEach(function (person) {
      var on = person.getAttribute('data-person-id') === id
      person.hidden = !on
      if (on) {
        found = true
        document.title = person.getAttribute('data-navn') + ' – Sagsbord – øvelsesmiljø'
        if (push) {
          history.pushState(
            {},
            '',
            root +
              '/person/vis.do?id=' +
              id +
              (person.getAttribute('data-hash') || '#fane=' + (person.getAttribute('data-fane') || 'PERSON_OVERBLIK')),
          )
        }
      }
    })
    document.querySelectorAll('.topmenu-tab').forEach(function (tab) {
      tab.classList.toggle('aktiv', tab.getAttribute('data-entity-id') === id)
    })
    if (!found) location.reload()
    else if (!activePerson().querySelector('.rude').firstElementChild || !push) loadPane()
  }
  window.addEventListener('popstate', function () {
    var id = new URLSearchParams(location.search).get('id')
    var active = activePerson()
    if (id && active && active.getAttribute('data-person-id') !== id) showPerson(id, false)
  })
  function closeTab(id) {
    load(
      root + '/person/luk.do',
      function () {
        var tab = document.querySelector('.topmenu-tab[data-entity-id="' + id + '"]')
        var person = document.querySelector('.person[data-person-id="' + id + '"]')
        var wasActive = person && !person.hidden
        if (tab) tab.remove()
        if (person) person.remove()
        var next = document.querySelector('.topmenu-tab')
        if (!next) location.href = root + '/sagsliste.do'
        else if (wasActive) showPerson(next.getAttribute('data-entity-id'), true)
      },
      { method: 'POST', body: new URLSearchParams({ id: id }) },
    )
  }

  // Tables --------------------------------------------------------------------
  function reloadTable(wrapper, start, size) {
    var values = new URLSearchParams({
      id: wrapper.dataset.id,
      gruppe: wrapper.dataset.gruppe,
      tabel: wrapper.dataset.tabel,
      start: start,
      antal: size,
      status: wrapper.dataset.status,
    })
    load(root + '/person/tabel.do?' + values, function (text, ok) {
      if (ok) wrapper.outerHTML = text
      else wrapper.insertAdjacentHTML('afterbegin', text)
    })
  }
  function toggleNote(button) {
    var row = button.closest('tr')
    var next = row.nextElementSibling
    if (next && next.classList.contains('notat-tekst')) {
      next.remove()
      button.textContent = button.getAttribute('data-vis')
      button.setAttribute('aria-expanded', 'false')
      return
    }
    load(
      root + '/journal/tekst.do?' + new URLSearchParams({ id: button.getAttribute('data-person'), notat: row.getAttribute('data-id') }),
      function (text) {
        row.insertAdjacentHTML(
          'afterend',
          '<tr class="notat-tekst" data-notat="' +
            row.getAttribute('data-id') +
            '"><td colspan="' +
            row.cells.length +
            '">' +
            text +
            '</td></tr>',
        )
        button.textContent = 'Skjul'
        button.setAttribute('aria-expanded', 'true')
      },
    )
  }

  function revealCpr(button) {
    load(root + '/person/cpr.do?id=' + button.getAttribute('data-id'), function (text, ok) {
      if (!ok) return
      button.previousElementSibling.textContent = text
      button.remove()
    })
  }

  function saveNote(form) {
    var frame = document.querySelector('iframe.editor:not([hidden])')
    form.querySelector('[data-tekst]').value = frame.contentDocument.getElementById('notatTekst').value
    sendForm(form)
  }
  function sendForm(form) {
    load(
      form.action,
      function (text, ok) {
        if (!ok) {
          form.insertAdjacentHTML('beforebegin', text)
          return
        }
        if (window.opener && form.hasAttribute('data-popup')) {
          window.opener.dispatchEvent(new Event('hashchange'))
          window.close()
          return
        }
        if (location.hash === text) loadPane()
        else location.hash = text
      },
      { method: 'POST', body: new URLSearchParams(new FormData(form)) },
    )
  }

  document.addEventListener('click', function (event) {
    var hit = function (selector) {
      return event.target.closest(selector)
    }
    var found
    if ((found = hit('.panel-title a.fold'))) {
      event.preventDefault()
      var body = found.closest('.panel').querySelector('.panel-collapse')
      var open = body.style.display === 'none'
      body.style.display = open ? '' : 'none'
      found.setAttribute('aria-expanded', String(open))
    } else if ((found = hit('.paginate_button'))) {
      var wrapper = found.closest('.dataTables_wrapper')
      if (wrapper.hasAttribute('data-gruppe')) {
        event.preventDefault()
        reloadTable(wrapper, found.getAttribute('data-start'), wrapper.dataset.antal)
      }
    } else if ((found = hit('.vis-notat'))) toggleNote(found)
    else if ((found = hit('.vis-cpr'))) revealCpr(found)
    else if (hit('.proev-igen')) location.reload()
    else if ((found = hit('.topmenu-tab > a'))) {
      event.preventDefault()
      showPerson(found.closest('.topmenu-tab').getAttribute('data-entity-id'), true)
    } else if ((found = hit('.topmenu-tab .luk'))) closeTab(found.getAttribute('data-entity-id'))
    else if ((found = hit('[data-vindue]'))) {
      event.preventDefault()
      window.open(found.getAttribute('data-vindue'), 'samtale', 'width=720,height=640')
    }
  })
  document.addEventListener('change', function (event) {
    if (event.target.matches('.antal-pr-side')) {
      var wrapper = event.target.closest('.dataTables_wrapper')
      if (wrapper.hasAttribute('data-gruppe')) reloadTable(wrapper, 0, event.target.value)
      else location.search = '?' + new URLSearchParams({ antal: event.target.value })
    }
    if (event.target.matches('.status-filter')) location.hash = '#fane=JOURNAL&status=' + encodeURIComponent(event.target.value)
  })
  document.addEventListener('submit', function (event) {
    if (event.target.matches('.gem-notat')) {
      event.preventDefault()
      saveNote(event.target)
    } else if (event.target.matches('.gem-formular')) {
      event.preventDefault()
      sendForm(event.target)
    }
  })

  // The old system asks for news for ever: the network is never idle.
  var count = document.getElementById('advis-antal')
  function poll() {
    fetch(root + '/advis.do')
      .then(
        function (response) {
          return response.ok ? response.text() : ''
        },
        function () {
          return ''
        },
      )
      .then(function (text) {
        if (count.textContent !== text) count.textContent = text
      })
  }
  if (count) {
    poll()
    setInterval(poll, 10000)
  }

  if (activePerson()) loadPane()
})()
