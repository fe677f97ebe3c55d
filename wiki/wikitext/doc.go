// Package wikitext converts between Markdown and MediaWiki's wikitext.
package wikitext
