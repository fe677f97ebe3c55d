// Package fidelity measures how true the conversion between Markdown and
// wikitext is.
package fidelity
