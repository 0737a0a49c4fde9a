"""Who acted, when, from which agency, by what way in, and why: the audit, and the ticket every act asks for."""
