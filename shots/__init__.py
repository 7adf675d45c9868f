"""The pictures of docs/pictures: the real window and real pages, on a day that stands still."""
