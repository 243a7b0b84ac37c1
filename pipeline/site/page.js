// A page is complete without this file: it adds buttons that copy.
const live = document.getElementById('live')

async function copy(text, button) {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    // Pages opened from a disk may have no clipboard; a selection can still be copied.
    const copied = document.createElement('pre')
    copied.className = 'vh'
    copied.textContent = text
    button.after(copied)
    getSelection().selectAllChildren(copied)
    document.execCommand('copy')
    getSelection().removeAllRanges()
    copied.remove()
  }
}

// The citations of an article name the turn that was pointed to last, and a way leads from it to them.
const section = document.getElementById('cite')
const way = document.createElement('a')
way.href = '#cite'
way.className = 'to-cite'
way.textContent = section?.dataset.title
const forms = [...document.querySelectorAll('[data-turn]')]
const whole = forms.map((form) => form.textContent)

function pinTurn() {
  const {hash} = location
  if (hash === '#cite') return
  const turn = document.getElementById(hash.slice(1))
  const number = turn?.matches('.turn') && turn.querySelector('.n').textContent
  for (const pin of document.querySelectorAll('[data-pin]'))
    pin.textContent = number
      ? pin.dataset.pin.replace('{id}', turn.id).replace('{n}', number)
      : ''
  for (const [n, form] of forms.entries())
    form.textContent = number
      ? form.dataset.turn.replaceAll('\uE000', turn.id).replaceAll('\uE001', number)
      : whole[n]
  if (number) turn.append(way)
  else way.remove()
}
if (section) {
  addEventListener('hashchange', pinTurn)
  pinTurn()
}

// A button says that it has copied, on itself and to those who listen.
function offer(button, textOf) {
  button.hidden = false
  button.addEventListener('click', async () => {
    await copy(textOf(), button)
    const label = button.textContent
    button.textContent = button.dataset.done
    live.textContent = button.dataset.done
    setTimeout(() => {
      button.textContent = label
      live.textContent = ''
    }, 1600)
  })
}

for (const button of document.querySelectorAll('[data-copy]')) {
  const source = document.getElementById(button.dataset.copy)
  if (source) offer(button, () => source.textContent.trim())
}

// The address on the web, with the turn that is marked; a page on a disk knows its address all the same.
for (const button of document.querySelectorAll('[data-copy-address]'))
  offer(button, () => document.querySelector('link[rel=canonical]').href + location.hash)
