package cli

import (
	"github.com/spf13/cobra"

	"telko/minutes/lang"
)

func (a *app) newPublish() *cobra.Command {
	o := syncOptions{publish: true, drafts: true}
	all := false
	c := a.syncCommand("publish [MEETING...]", lang.HelpPublish, &o)
	c.Flags().BoolVar(&all, "all", false, lang.FlagPublishAll.In(a.lang))
	c.Flags().BoolVar(&o.withdraw, "withdraw", false, lang.FlagSyncWithdraw.In(a.lang))
	c.RunE = func(_ *cobra.Command, args []string) error {
		o.args = args
		if all && (len(args) > 0 || o.series != "") {
			return usage(lang.SyncEither)
		}
		if len(args) == 0 && o.series == "" && !all {
			o.args = []string{"last"}
		}
		return a.runSync(o)
	}
	return c
}
