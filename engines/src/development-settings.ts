/**
 * What a system in development runs with unless the environment says otherwise. The secrets are public,
 * so production refuses them.
 */
export const developmentSettings = {
  SKILLSWAP_ENV: 'development',
  LOG_LEVEL: 'info',
  INTERNAL_IDENTITY_SECRET: 'development-only-internal-identity-secret',
  STRIPE_WEBHOOK_SECRET: 'whsec_development_only_webhook_secret',
  MAIL_FROM: 'SkillSwap <no-reply@skillswap.example>',
} as const;
