"""The conductor: opens the occasion, gathers the picture, asks the policy, keeps the duties."""
