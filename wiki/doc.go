// Package wiki turns minutes into wiki pages and publishes them.
package wiki
