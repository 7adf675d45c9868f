"""Files in: text, pages, pictures of pages and facts, from one killable worker process that holds every parser."""
