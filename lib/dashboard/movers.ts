import "server-only";
import { cohortId } from "@/lib/reels/cohort-id";
import { listReels } from "@/lib/reels/queries";
import { reelFilter } from "@/lib/reels/schema";
import type { Scope } from "@/lib/supabase/server";
