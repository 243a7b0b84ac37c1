"""Pages as lines of JSON in, what trafilatura finds in each as a line of JSON out."""

import json
import sys
from importlib.metadata import version

import trafilatura


def read(html, url):
    try:
        found = trafilatura.bare_extraction(html, url=url, include_comments=False, with_metadata=True)
    except Exception as error:
        return {'fault': f'{type(error).__name__}: {error}'}
    found = found.as_dict() if found is not None else {}
    authors = found.get('author') or ''
    return {
        'title': found.get('title') or '',
        'authors': [name.strip() for name in authors.split(';') if name.strip()],
        'date_published': found.get('date') or '',
        'body': found.get('text') or '',
    }


if sys.argv[1:] == ['--version']:
    print(version('trafilatura'))
else:
    for line in sys.stdin:
        page = json.loads(line)
        print(json.dumps(read(page['html'], page['url'])), flush=True)
