// A page is complete without this file: it adds buttons that copy.
const live = document.getElementById('live')

async function copyFrom(source) {
  try {
    await navigator.clipboard.writeText(source.textContent.trim())
  } catch {
    // Pages opened from a disk have no clipboard; a selection can still be copied.
    getSelection().selectAllChildren(source)
    document.execCommand('copy')
    getSelection().removeAllRanges()
  }
}

// The citations of an article name the turn that the address points to.
function pinTurn() {
  const turn = document.getElementById(location.hash.slice(1))
  const number = turn?.matches('.turn') && turn.querySelector('.n').textContent
  for (const pin of document.querySelectorAll('[data-pin]'))
    pin.textContent = number
      ? pin.dataset.pin.replace('{id}', turn.id).replace('{n}', number)
      : ''
}
addEventListener('hashchange', pinTurn)
pinTurn()

// A button says that it has copied, on itself and to those who listen.
function offer(button, copy) {
  button.hidden = false
  button.addEventListener('click', async () => {
    await copy()
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
  if (source) offer(button, () => copyFrom(source))
}

// The address on the web, with the turn that is marked; a page on a disk knows its address all the same.
for (const button of document.querySelectorAll('[data-copy-address]')) {
  const address = document.createElement('span')
  address.className = 'vh'
  offer(button, async () => {
    const {href} = document.querySelector('link[rel=canonical]')
    address.textContent = href + location.hash
    button.after(address)
    await copyFrom(address)
    address.remove()
  })
}
