"""Text in: pages to stories, files to rows, war folders to wars."""
