// Made by `npm run db:types` from supabase/migrations. Do not edit.
export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

export type Database = {
  
  "public": {
          Tables: {
            "account_posts": {
                  Row: {
                    "account_id": string,"api_id": string,"error_code": string | null,"error_detail": string | null,"failed_at": string | null,"failures": number,"found_at": string,"gone_at": string | null,"gone_detail": string | null,"measured_slot": string | null,"post_id": number,"retry_at": string | null,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "account_id": string,"api_id": string,"error_code"?: string | null,"error_detail"?: string | null,"failed_at"?: string | null,"failures"?: number,"found_at"?: string,"gone_at"?: string | null,"gone_detail"?: string | null,"measured_slot"?: string | null,"post_id": number,"retry_at"?: string | null,"workspace_id": string
                  }
                  Update: {
                    "account_id"?: string,"api_id"?: string,"error_code"?: string | null,"error_detail"?: string | null,"failed_at"?: string | null,"failures"?: number,"found_at"?: string,"gone_at"?: string | null,"gone_detail"?: string | null,"measured_slot"?: string | null,"post_id"?: number,"retry_at"?: string | null,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "account_posts_workspace_id_account_id_fkey"
      columns: ["workspace_id","account_id"]
isOneToOne: false
      referencedRelation: "accounts"
      referencedColumns: ["workspace_id","id"]
    },{
      foreignKeyName: "account_posts_workspace_id_post_id_fkey"
      columns: ["workspace_id","post_id"]
isOneToOne: false
      referencedRelation: "post_list"
      referencedColumns: ["workspace_id","id"]
    },{
      foreignKeyName: "account_posts_workspace_id_post_id_fkey"
      columns: ["workspace_id","post_id"]
isOneToOne: false
      referencedRelation: "posts"
      referencedColumns: ["workspace_id","id"]
    }
                  ]
                },"accounts": {
                  Row: {
                    "access_expires_at": string | null,"avatar_url": string | null,"connected_at": string,"connected_by": string | null,"connection": string,"external_id": string,"followers_asked_at": string | null,"followers_detail": string | null,"followers_reason": string | null,"handle": string | null,"id": string,"is_simulated": boolean,"kind": Database["public"]['Enums']["account_kind"],"listed_at": string | null,"name": string,"platform": Database["public"]['Enums']["platform"],"problem": string | null,"problem_at": string | null,"problem_detail": string | null,"reconnect_by": string | null,"rejected_metrics": NonNullable<Json>,"scopes": (string)[],"status": Database["public"]['Enums']["account_status"],"url": string | null,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "access_expires_at"?: string | null,"avatar_url"?: string | null,"connected_at"?: string,"connected_by"?: string | null,"connection": string,"external_id": string,"followers_asked_at"?: string | null,"followers_detail"?: string | null,"followers_reason"?: string | null,"handle"?: string | null,"id"?: string,"is_simulated": boolean,"kind": Database["public"]['Enums']["account_kind"],"listed_at"?: string | null,"name": string,"platform": Database["public"]['Enums']["platform"],"problem"?: string | null,"problem_at"?: string | null,"problem_detail"?: string | null,"reconnect_by"?: string | null,"rejected_metrics"?: NonNullable<Json>,"scopes"?: (string)[],"status": Database["public"]['Enums']["account_status"],"url"?: string | null,"workspace_id": string
                  }
                  Update: {
                    "access_expires_at"?: string | null,"avatar_url"?: string | null,"connected_at"?: string,"connected_by"?: string | null,"connection"?: string,"external_id"?: string,"followers_asked_at"?: string | null,"followers_detail"?: string | null,"followers_reason"?: string | null,"handle"?: string | null,"id"?: string,"is_simulated"?: boolean,"kind"?: Database["public"]['Enums']["account_kind"],"listed_at"?: string | null,"name"?: string,"platform"?: Database["public"]['Enums']["platform"],"problem"?: string | null,"problem_at"?: string | null,"problem_detail"?: string | null,"reconnect_by"?: string | null,"rejected_metrics"?: NonNullable<Json>,"scopes"?: (string)[],"status"?: Database["public"]['Enums']["account_status"],"url"?: string | null,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "accounts_workspace_id_fkey"
      columns: ["workspace_id"]
isOneToOne: false
      referencedRelation: "workspaces"
      referencedColumns: ["id"]
    }
                  ]
                },"alert_deliveries": {
                  Row: {
                    "attempts": number,"channel": string,"created_at": string,"error": string | null,"finished_at": string | null,"http_status": number | null,"id": string,"incident_id": string,"lease_token": string | null,"leased_until": string | null,"lost": number,"not_before": string | null,"recipient": string,"state": string,"user_id": string | null,"webhook_id": string | null,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "attempts"?: number,"channel": string,"created_at"?: string,"error"?: string | null,"finished_at"?: string | null,"http_status"?: number | null,"id"?: string,"incident_id": string,"lease_token"?: string | null,"leased_until"?: string | null,"lost"?: number,"not_before"?: string | null,"recipient": string,"state"?: string,"user_id"?: string | null,"webhook_id"?: string | null,"workspace_id": string
                  }
                  Update: {
                    "attempts"?: number,"channel"?: string,"created_at"?: string,"error"?: string | null,"finished_at"?: string | null,"http_status"?: number | null,"id"?: string,"incident_id"?: string,"lease_token"?: string | null,"leased_until"?: string | null,"lost"?: number,"not_before"?: string | null,"recipient"?: string,"state"?: string,"user_id"?: string | null,"webhook_id"?: string | null,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "alert_deliveries_workspace_id_incident_id_fkey"
      columns: ["workspace_id","incident_id"]
isOneToOne: false
      referencedRelation: "alert_incidents"
      referencedColumns: ["workspace_id","id"]
    },{
      foreignKeyName: "alert_deliveries_workspace_id_webhook_id_fkey"
      columns: ["workspace_id","webhook_id"]
isOneToOne: false
      referencedRelation: "webhooks"
      referencedColumns: ["workspace_id","id"]
    }
                  ]
                },"alert_incidents": {
                  Row: {
                    "account_id": string | null,"before": number | null,"closed_at": string | null,"detail": NonNullable<Json>,"id": string,"is_quiet": boolean,"is_simulated": boolean,"is_test": boolean,"kind": string,"measured_at": string | null,"opened_at": string,"platform": Database["public"]['Enums']["platform"] | null,"post_id": number | null,"rule_id": string | null,"rule_name": string,"source": string | null,"subject": string,"subject_name": string,"value": number | null,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "account_id"?: string | null,"before"?: number | null,"closed_at"?: string | null,"detail"?: NonNullable<Json>,"id"?: string,"is_quiet"?: boolean,"is_simulated"?: boolean,"is_test"?: boolean,"kind": string,"measured_at"?: string | null,"opened_at"?: string,"platform"?: Database["public"]['Enums']["platform"] | null,"post_id"?: number | null,"rule_id"?: string | null,"rule_name": string,"source"?: string | null,"subject": string,"subject_name": string,"value"?: number | null,"workspace_id": string
                  }
                  Update: {
                    "account_id"?: string | null,"before"?: number | null,"closed_at"?: string | null,"detail"?: NonNullable<Json>,"id"?: string,"is_quiet"?: boolean,"is_simulated"?: boolean,"is_test"?: boolean,"kind"?: string,"measured_at"?: string | null,"opened_at"?: string,"platform"?: Database["public"]['Enums']["platform"] | null,"post_id"?: number | null,"rule_id"?: string | null,"rule_name"?: string,"source"?: string | null,"subject"?: string,"subject_name"?: string,"value"?: number | null,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "alert_incidents_workspace_id_account_id_fkey"
      columns: ["workspace_id","account_id"]
isOneToOne: false
      referencedRelation: "accounts"
      referencedColumns: ["workspace_id","id"]
    },{
      foreignKeyName: "alert_incidents_workspace_id_fkey"
      columns: ["workspace_id"]
isOneToOne: false
      referencedRelation: "workspaces"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "alert_incidents_workspace_id_post_id_fkey"
      columns: ["workspace_id","post_id"]
isOneToOne: false
      referencedRelation: "post_list"
      referencedColumns: ["workspace_id","id"]
    },{
      foreignKeyName: "alert_incidents_workspace_id_post_id_fkey"
      columns: ["workspace_id","post_id"]
isOneToOne: false
      referencedRelation: "posts"
      referencedColumns: ["workspace_id","id"]
    },{
      foreignKeyName: "alert_incidents_workspace_id_rule_id_fkey"
      columns: ["workspace_id","rule_id"]
isOneToOne: false
      referencedRelation: "alert_rules"
      referencedColumns: ["workspace_id","id"]
    }
                  ]
                },"alert_preferences": {
                  Row: {
                    "by_email": boolean,"user_id": string,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "by_email": boolean,"user_id": string,"workspace_id": string
                  }
                  Update: {
                    "by_email"?: boolean,"user_id"?: string,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "alert_preferences_workspace_id_user_id_fkey"
      columns: ["workspace_id","user_id"]
isOneToOne: true
      referencedRelation: "workspace_members"
      referencedColumns: ["workspace_id","user_id"]
    }
                  ]
                },"alert_reads": {
                  Row: {
                    "incident_id": string,"read_at": string,"user_id": string,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "incident_id": string,"read_at"?: string,"user_id": string,"workspace_id": string
                  }
                  Update: {
                    "incident_id"?: string,"read_at"?: string,"user_id"?: string,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "alert_reads_workspace_id_incident_id_fkey"
      columns: ["workspace_id","incident_id"]
isOneToOne: false
      referencedRelation: "alert_incidents"
      referencedColumns: ["workspace_id","id"]
    },{
      foreignKeyName: "alert_reads_workspace_id_user_id_fkey"
      columns: ["workspace_id","user_id"]
isOneToOne: false
      referencedRelation: "workspace_members"
      referencedColumns: ["workspace_id","user_id"]
    }
                  ]
                },"alert_rules": {
                  Row: {
                    "account_id": string | null,"by_email": boolean,"by_webhook": boolean,"condition": NonNullable<Json>,"created_at": string,"created_by": string | null,"id": string,"is_on": boolean,"kind": string,"name": string,"platform": Database["public"]['Enums']["platform"] | null,"updated_at": string,"watched_since": string | null,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "account_id"?: string | null,"by_email"?: boolean,"by_webhook"?: boolean,"condition": NonNullable<Json>,"created_at"?: string,"created_by"?: string | null,"id"?: string,"is_on"?: boolean,"kind": string,"name": string,"platform"?: Database["public"]['Enums']["platform"] | null,"updated_at"?: string,"watched_since"?: string | null,"workspace_id": string
                  }
                  Update: {
                    "account_id"?: string | null,"by_email"?: boolean,"by_webhook"?: boolean,"condition"?: NonNullable<Json>,"created_at"?: string,"created_by"?: string | null,"id"?: string,"is_on"?: boolean,"kind"?: string,"name"?: string,"platform"?: Database["public"]['Enums']["platform"] | null,"updated_at"?: string,"watched_since"?: string | null,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "alert_rules_workspace_id_account_id_fkey"
      columns: ["workspace_id","account_id"]
isOneToOne: false
      referencedRelation: "accounts"
      referencedColumns: ["workspace_id","id"]
    },{
      foreignKeyName: "alert_rules_workspace_id_fkey"
      columns: ["workspace_id"]
isOneToOne: false
      referencedRelation: "workspaces"
      referencedColumns: ["id"]
    }
                  ]
                },"audit_log": {
                  Row: {
                    "action": string,"actor_email": string | null,"actor_id": string | null,"at": string,"detail": NonNullable<Json>,"id": number,"subject": string | null,"subject_id": string | null,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "action": string,"actor_email"?: string | null,"actor_id"?: string | null,"at"?: string,"detail"?: NonNullable<Json>,"id"?: never,"subject"?: string | null,"subject_id"?: string | null,"workspace_id": string
                  }
                  Update: {
                    "action"?: string,"actor_email"?: string | null,"actor_id"?: string | null,"at"?: string,"detail"?: NonNullable<Json>,"id"?: never,"subject"?: string | null,"subject_id"?: string | null,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "audit_log_workspace_id_fkey"
      columns: ["workspace_id"]
isOneToOne: false
      referencedRelation: "workspaces"
      referencedColumns: ["id"]
    }
                  ]
                },"campaign_posts": {
                  Row: {
                    "added_at": string,"added_by": string | null,"campaign_id": string,"post_id": number,"price": number | null,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "added_at"?: string,"added_by"?: string | null,"campaign_id": string,"post_id": number,"price"?: number | null,"workspace_id": string
                  }
                  Update: {
                    "added_at"?: string,"added_by"?: string | null,"campaign_id"?: string,"post_id"?: number,"price"?: number | null,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "campaign_posts_workspace_id_campaign_id_fkey"
      columns: ["workspace_id","campaign_id"]
isOneToOne: false
      referencedRelation: "campaigns"
      referencedColumns: ["workspace_id","id"]
    },{
      foreignKeyName: "campaign_posts_workspace_id_post_id_fkey"
      columns: ["workspace_id","post_id"]
isOneToOne: false
      referencedRelation: "post_list"
      referencedColumns: ["workspace_id","id"]
    },{
      foreignKeyName: "campaign_posts_workspace_id_post_id_fkey"
      columns: ["workspace_id","post_id"]
isOneToOne: false
      referencedRelation: "posts"
      referencedColumns: ["workspace_id","id"]
    }
                  ]
                },"campaigns": {
                  Row: {
                    "created_at": string,"currency": string,"ends_on": string | null,"id": string,"made_by": string | null,"name": string,"note": string | null,"starts_on": string | null,"state": Database["public"]['Enums']["campaign_state"],"updated_at": string,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"currency"?: string,"ends_on"?: string | null,"id"?: string,"made_by"?: string | null,"name": string,"note"?: string | null,"starts_on"?: string | null,"state"?: Database["public"]['Enums']["campaign_state"],"updated_at"?: string,"workspace_id": string
                  }
                  Update: {
                    "created_at"?: string,"currency"?: string,"ends_on"?: string | null,"id"?: string,"made_by"?: string | null,"name"?: string,"note"?: string | null,"starts_on"?: string | null,"state"?: Database["public"]['Enums']["campaign_state"],"updated_at"?: string,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "campaigns_workspace_id_fkey"
      columns: ["workspace_id"]
isOneToOne: false
      referencedRelation: "workspaces"
      referencedColumns: ["id"]
    }
                  ]
                },"comment_reads": {
                  Row: {
                    "attempts": number,"calls": number,"circular": number,"counted": number | null,"counting": number | null,"cursor": string | null,"is_simulated": boolean,"lease_token": string | null,"leased_until": string | null,"lost": number,"next_step": string | null,"not_before": string | null,"post_id": number,"read_at": string | null,"reads_all": boolean,"reason": string | null,"requested_at": string,"requested_by": string | null,"seen": number,"source": string | null,"source_key": string | null,"state": string,"turn": number,"whole_at": string | null,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "attempts"?: number,"calls"?: number,"circular"?: number,"counted"?: number | null,"counting"?: number | null,"cursor"?: string | null,"is_simulated"?: boolean,"lease_token"?: string | null,"leased_until"?: string | null,"lost"?: number,"next_step"?: string | null,"not_before"?: string | null,"post_id": number,"read_at"?: string | null,"reads_all"?: boolean,"reason"?: string | null,"requested_at"?: string,"requested_by"?: string | null,"seen"?: number,"source"?: string | null,"source_key"?: string | null,"state": string,"turn"?: number,"whole_at"?: string | null,"workspace_id": string
                  }
                  Update: {
                    "attempts"?: number,"calls"?: number,"circular"?: number,"counted"?: number | null,"counting"?: number | null,"cursor"?: string | null,"is_simulated"?: boolean,"lease_token"?: string | null,"leased_until"?: string | null,"lost"?: number,"next_step"?: string | null,"not_before"?: string | null,"post_id"?: number,"read_at"?: string | null,"reads_all"?: boolean,"reason"?: string | null,"requested_at"?: string,"requested_by"?: string | null,"seen"?: number,"source"?: string | null,"source_key"?: string | null,"state"?: string,"turn"?: number,"whole_at"?: string | null,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "comment_reads_workspace_id_post_id_fkey"
      columns: ["workspace_id","post_id"]
isOneToOne: false
      referencedRelation: "post_list"
      referencedColumns: ["workspace_id","id"]
    },{
      foreignKeyName: "comment_reads_workspace_id_post_id_fkey"
      columns: ["workspace_id","post_id"]
isOneToOne: false
      referencedRelation: "posts"
      referencedColumns: ["workspace_id","id"]
    }
                  ]
                },"comment_threads": {
                  Row: {
                    "chain": (number)[],"chain_engagement": number,"chains": number,"comments": number,"depths": (number)[],"derived_at": string,"ids": (number)[],"max_depth": number,"orphans": number,"platform": Database["public"]['Enums']["platform"],"post_id": number,"replies": number,"reply_counts": (number)[],"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "chain": (number)[],"chain_engagement": number,"chains": number,"comments": number,"depths": (number)[],"derived_at"?: string,"ids": (number)[],"max_depth": number,"orphans": number,"platform": Database["public"]['Enums']["platform"],"post_id": number,"replies": number,"reply_counts": (number)[],"workspace_id": string
                  }
                  Update: {
                    "chain"?: (number)[],"chain_engagement"?: number,"chains"?: number,"comments"?: number,"depths"?: (number)[],"derived_at"?: string,"ids"?: (number)[],"max_depth"?: number,"orphans"?: number,"platform"?: Database["public"]['Enums']["platform"],"post_id"?: number,"replies"?: number,"reply_counts"?: (number)[],"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "comment_threads_workspace_id_post_id_fkey"
      columns: ["workspace_id","post_id"]
isOneToOne: false
      referencedRelation: "post_list"
      referencedColumns: ["workspace_id","id"]
    },{
      foreignKeyName: "comment_threads_workspace_id_post_id_fkey"
      columns: ["workspace_id","post_id"]
isOneToOne: false
      referencedRelation: "posts"
      referencedColumns: ["workspace_id","id"]
    }
                  ]
                },"comments": {
                  Row: {
                    "author_id": number | null,"body": string | null,"captured_at": string,"external_id": string,"first_at": string,"id": number,"is_simulated": boolean,"likes": number | null,"parent_external_id": string | null,"parent_id": number | null,"platform": Database["public"]['Enums']["platform"],"post_id": number,"published_at": string | null,"source": string,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "author_id"?: number | null,"body"?: string | null,"captured_at"?: string,"external_id": string,"first_at"?: string,"id"?: never,"is_simulated": boolean,"likes"?: number | null,"parent_external_id"?: string | null,"parent_id"?: number | null,"platform": Database["public"]['Enums']["platform"],"post_id": number,"published_at"?: string | null,"source": string,"workspace_id": string
                  }
                  Update: {
                    "author_id"?: number | null,"body"?: string | null,"captured_at"?: string,"external_id"?: string,"first_at"?: string,"id"?: never,"is_simulated"?: boolean,"likes"?: number | null,"parent_external_id"?: string | null,"parent_id"?: number | null,"platform"?: Database["public"]['Enums']["platform"],"post_id"?: number,"published_at"?: string | null,"source"?: string,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "comments_workspace_id_author_id_fkey"
      columns: ["workspace_id","author_id"]
isOneToOne: false
      referencedRelation: "people"
      referencedColumns: ["workspace_id","id"]
    },{
      foreignKeyName: "comments_workspace_id_post_id_fkey"
      columns: ["workspace_id","post_id"]
isOneToOne: false
      referencedRelation: "post_list"
      referencedColumns: ["workspace_id","id"]
    },{
      foreignKeyName: "comments_workspace_id_post_id_fkey"
      columns: ["workspace_id","post_id"]
isOneToOne: false
      referencedRelation: "posts"
      referencedColumns: ["workspace_id","id"]
    },{
      foreignKeyName: "comments_workspace_id_post_id_parent_id_fkey"
      columns: ["workspace_id","post_id","parent_id"]
isOneToOne: false
      referencedRelation: "comments"
      referencedColumns: ["workspace_id","post_id","id"]
    }
                  ]
                },"dismissed_hints": {
                  Row: {
                    "dismissed_at": string,"hint": string,"user_id": string,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "dismissed_at"?: string,"hint": string,"user_id": string,"workspace_id": string
                  }
                  Update: {
                    "dismissed_at"?: string,"hint"?: string,"user_id"?: string,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "dismissed_hints_workspace_id_user_id_fkey"
      columns: ["workspace_id","user_id"]
isOneToOne: false
      referencedRelation: "workspace_members"
      referencedColumns: ["workspace_id","user_id"]
    }
                  ]
                },"engagement_totals": {
                  Row: {
                    "comment_engagements": number,"person_id": number,"platform": Database["public"]['Enums']["platform"],"post_engagements": number,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "comment_engagements": number,"person_id": number,"platform": Database["public"]['Enums']["platform"],"post_engagements": number,"workspace_id": string
                  }
                  Update: {
                    "comment_engagements"?: number,"person_id"?: number,"platform"?: Database["public"]['Enums']["platform"],"post_engagements"?: number,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "engagement_totals_workspace_id_person_id_fkey"
      columns: ["workspace_id","person_id"]
isOneToOne: false
      referencedRelation: "people"
      referencedColumns: ["workspace_id","id"]
    }
                  ]
                },"engagements": {
                  Row: {
                    "comment_id": number | null,"event_ref": string,"id": number,"is_simulated": boolean,"kind": Database["public"]['Enums']["engagement_kind"],"occurred_at": string,"person_id": number | null,"platform": Database["public"]['Enums']["platform"],"post_id": number,"receiver_id": number | null,"recorded_at": string,"source": string,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "comment_id"?: number | null,"event_ref"?: string,"id"?: never,"is_simulated"?: boolean,"kind": Database["public"]['Enums']["engagement_kind"],"occurred_at": string,"person_id"?: number | null,"platform": Database["public"]['Enums']["platform"],"post_id": number,"receiver_id"?: number | null,"recorded_at"?: string,"source": string,"workspace_id": string
                  }
                  Update: {
                    "comment_id"?: number | null,"event_ref"?: string,"id"?: never,"is_simulated"?: boolean,"kind"?: Database["public"]['Enums']["engagement_kind"],"occurred_at"?: string,"person_id"?: number | null,"platform"?: Database["public"]['Enums']["platform"],"post_id"?: number,"receiver_id"?: number | null,"recorded_at"?: string,"source"?: string,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "engagements_workspace_id_person_id_fkey"
      columns: ["workspace_id","person_id"]
isOneToOne: false
      referencedRelation: "people"
      referencedColumns: ["workspace_id","id"]
    },{
      foreignKeyName: "engagements_workspace_id_post_id_comment_id_fkey"
      columns: ["workspace_id","post_id","comment_id"]
isOneToOne: false
      referencedRelation: "comments"
      referencedColumns: ["workspace_id","post_id","id"]
    },{
      foreignKeyName: "engagements_workspace_id_post_id_fkey"
      columns: ["workspace_id","post_id"]
isOneToOne: false
      referencedRelation: "post_list"
      referencedColumns: ["workspace_id","id"]
    },{
      foreignKeyName: "engagements_workspace_id_post_id_fkey"
      columns: ["workspace_id","post_id"]
isOneToOne: false
      referencedRelation: "posts"
      referencedColumns: ["workspace_id","id"]
    },{
      foreignKeyName: "engagements_workspace_id_receiver_id_fkey"
      columns: ["workspace_id","receiver_id"]
isOneToOne: false
      referencedRelation: "people"
      referencedColumns: ["workspace_id","id"]
    }
                  ]
                },"follower_counts": {
                  Row: {
                    "account_id": string,"followers": number,"is_rounded": boolean,"is_simulated": boolean,"measured_at": string,"raw_event_id": number | null,"source": string,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "account_id": string,"followers": number,"is_rounded"?: boolean,"is_simulated": boolean,"measured_at"?: string,"raw_event_id"?: number | null,"source": string,"workspace_id": string
                  }
                  Update: {
                    "account_id"?: string,"followers"?: number,"is_rounded"?: boolean,"is_simulated"?: boolean,"measured_at"?: string,"raw_event_id"?: number | null,"source"?: string,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "follower_counts_source_fkey"
      columns: ["source"]
isOneToOne: false
      referencedRelation: "metric_sources"
      referencedColumns: ["source"]
    },{
      foreignKeyName: "follower_counts_workspace_id_account_id_fkey"
      columns: ["workspace_id","account_id"]
isOneToOne: false
      referencedRelation: "accounts"
      referencedColumns: ["workspace_id","id"]
    }
                  ]
                },"hashtags": {
                  Row: {
                    "created_at": string,"id": number,"name": string,"tag": string,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"id"?: never,"name": string,"tag": string,"workspace_id": string
                  }
                  Update: {
                    "created_at"?: string,"id"?: never,"name"?: string,"tag"?: string,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "hashtags_workspace_id_fkey"
      columns: ["workspace_id"]
isOneToOne: false
      referencedRelation: "workspaces"
      referencedColumns: ["id"]
    }
                  ]
                },"ingest_quarantine": {
                  Row: {
                    "code": string,"created_at": string,"detail": string,"expected": string | null,"field": string | null,"found": string | null,"id": number,"raw_event_id": number,"resolved_at": string | null,"run_id": string,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "code": string,"created_at"?: string,"detail": string,"expected"?: string | null,"field"?: string | null,"found"?: string | null,"id"?: never,"raw_event_id": number,"resolved_at"?: string | null,"run_id": string,"workspace_id": string
                  }
                  Update: {
                    "code"?: string,"created_at"?: string,"detail"?: string,"expected"?: string | null,"field"?: string | null,"found"?: string | null,"id"?: never,"raw_event_id"?: number,"resolved_at"?: string | null,"run_id"?: string,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "ingest_quarantine_workspace_id_run_id_fkey"
      columns: ["workspace_id","run_id"]
isOneToOne: false
      referencedRelation: "ingest_runs"
      referencedColumns: ["workspace_id","id"]
    }
                  ]
                },"ingest_runs": {
                  Row: {
                    "abort_sent_at": string | null,"actor": string | null,"attempts": number,"cancel_requested_at": string | null,"claimed_at": string | null,"cost_usd": number | null,"created_at": string,"dataset_id": string | null,"duplicates": number,"ended_at": string | null,"error_code": string | null,"error_detail": string | null,"events": number,"finished_at": string | null,"hinted_at": string | null,"hinted_run_id": string | null,"id": string,"ingested": number,"input": Json | null,"is_simulated": boolean,"items": number | null,"lease_token": string | null,"leased_until": string | null,"lost": number,"max_items": number | null,"new_posts": number,"next_offset": number,"not_before": string | null,"page_items": number,"platform": Database["public"]['Enums']["platform"],"provider_run_id": string | null,"provider_status": string | null,"quarantined": number,"requested_by": string | null,"slot": string,"started_at": string | null,"state": string,"token_source": string,"trigger": string,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "abort_sent_at"?: string | null,"actor"?: string | null,"attempts"?: number,"cancel_requested_at"?: string | null,"claimed_at"?: string | null,"cost_usd"?: number | null,"created_at"?: string,"dataset_id"?: string | null,"duplicates"?: number,"ended_at"?: string | null,"error_code"?: string | null,"error_detail"?: string | null,"events"?: number,"finished_at"?: string | null,"hinted_at"?: string | null,"hinted_run_id"?: string | null,"id"?: string,"ingested"?: number,"input"?: Json | null,"is_simulated"?: boolean,"items"?: number | null,"lease_token"?: string | null,"leased_until"?: string | null,"lost"?: number,"max_items"?: number | null,"new_posts"?: number,"next_offset"?: number,"not_before"?: string | null,"page_items"?: number,"platform"?: Database["public"]['Enums']["platform"],"provider_run_id"?: string | null,"provider_status"?: string | null,"quarantined"?: number,"requested_by"?: string | null,"slot": string,"started_at"?: string | null,"state"?: string,"token_source": string,"trigger": string,"workspace_id": string
                  }
                  Update: {
                    "abort_sent_at"?: string | null,"actor"?: string | null,"attempts"?: number,"cancel_requested_at"?: string | null,"claimed_at"?: string | null,"cost_usd"?: number | null,"created_at"?: string,"dataset_id"?: string | null,"duplicates"?: number,"ended_at"?: string | null,"error_code"?: string | null,"error_detail"?: string | null,"events"?: number,"finished_at"?: string | null,"hinted_at"?: string | null,"hinted_run_id"?: string | null,"id"?: string,"ingested"?: number,"input"?: Json | null,"is_simulated"?: boolean,"items"?: number | null,"lease_token"?: string | null,"leased_until"?: string | null,"lost"?: number,"max_items"?: number | null,"new_posts"?: number,"next_offset"?: number,"not_before"?: string | null,"page_items"?: number,"platform"?: Database["public"]['Enums']["platform"],"provider_run_id"?: string | null,"provider_status"?: string | null,"quarantined"?: number,"requested_by"?: string | null,"slot"?: string,"started_at"?: string | null,"state"?: string,"token_source"?: string,"trigger"?: string,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "ingest_runs_workspace_id_fkey"
      columns: ["workspace_id"]
isOneToOne: false
      referencedRelation: "workspaces"
      referencedColumns: ["id"]
    }
                  ]
                },"ingest_settings": {
                  Row: {
                    "actor": string,"input": NonNullable<Json>,"is_scheduled": boolean,"max_items": number,"scheduled_at": string | null,"template": string | null,"token_hint": string | null,"token_set_at": string | null,"updated_at": string,"updated_by": string | null,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "actor": string,"input": NonNullable<Json>,"is_scheduled"?: boolean,"max_items"?: number,"scheduled_at"?: string | null,"template"?: string | null,"token_hint"?: string | null,"token_set_at"?: string | null,"updated_at"?: string,"updated_by"?: string | null,"workspace_id": string
                  }
                  Update: {
                    "actor"?: string,"input"?: NonNullable<Json>,"is_scheduled"?: boolean,"max_items"?: number,"scheduled_at"?: string | null,"template"?: string | null,"token_hint"?: string | null,"token_set_at"?: string | null,"updated_at"?: string,"updated_by"?: string | null,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "ingest_settings_workspace_id_fkey"
      columns: ["workspace_id"]
isOneToOne: true
      referencedRelation: "workspaces"
      referencedColumns: ["id"]
    }
                  ]
                },"invitations": {
                  Row: {
                    "accepted_at": string | null,"accepted_by": string | null,"email": string | null,"expires_at": string,"id": string,"made_at": string,"made_by": string | null,"revoked_at": string | null,"role": Database["public"]['Enums']["workspace_role"],"secret_hash": string,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "accepted_at"?: string | null,"accepted_by"?: string | null,"email"?: string | null,"expires_at": string,"id"?: string,"made_at"?: string,"made_by"?: string | null,"revoked_at"?: string | null,"role": Database["public"]['Enums']["workspace_role"],"secret_hash": string,"workspace_id": string
                  }
                  Update: {
                    "accepted_at"?: string | null,"accepted_by"?: string | null,"email"?: string | null,"expires_at"?: string,"id"?: string,"made_at"?: string,"made_by"?: string | null,"revoked_at"?: string | null,"role"?: Database["public"]['Enums']["workspace_role"],"secret_hash"?: string,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "invitations_workspace_id_fkey"
      columns: ["workspace_id"]
isOneToOne: false
      referencedRelation: "workspaces"
      referencedColumns: ["id"]
    }
                  ]
                },"job_lanes": {
                  Row: {
                    "job_id": string,"last_claimed_at": string | null,"platform": Database["public"]['Enums']["platform"],"waits_for": string | null,"waits_until": string | null,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "job_id": string,"last_claimed_at"?: string | null,"platform": Database["public"]['Enums']["platform"],"waits_for"?: string | null,"waits_until"?: string | null,"workspace_id": string
                  }
                  Update: {
                    "job_id"?: string,"last_claimed_at"?: string | null,"platform"?: Database["public"]['Enums']["platform"],"waits_for"?: string | null,"waits_until"?: string | null,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "job_lanes_workspace_id_job_id_fkey"
      columns: ["workspace_id","job_id"]
isOneToOne: false
      referencedRelation: "jobs"
      referencedColumns: ["workspace_id","id"]
    }
                  ]
                },"job_rejections": {
                  Row: {
                    "cells": (string)[],"expected": string,"field": string,"found": string,"job_id": string,"problem": string,"row_number": number,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "cells": (string)[],"expected": string,"field": string,"found": string,"job_id": string,"problem": string,"row_number": number,"workspace_id": string
                  }
                  Update: {
                    "cells"?: (string)[],"expected"?: string,"field"?: string,"found"?: string,"job_id"?: string,"problem"?: string,"row_number"?: number,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "job_rejections_workspace_id_job_id_fkey"
      columns: ["workspace_id","job_id"]
isOneToOne: false
      referencedRelation: "jobs"
      referencedColumns: ["workspace_id","id"]
    }
                  ]
                },"job_rows": {
                  Row: {
                    "attempts": number,"bucket_at": string | null,"error_code": string | null,"error_detail": string | null,"external_id": string | null,"extra": (string)[],"job_id": string,"lease_token": string | null,"leased_until": string | null,"lost": number,"not_before": string | null,"pending_ref": string | null,"platform": Database["public"]['Enums']["platform"],"post_id": number | null,"previous_bucket_at": string | null,"previous_source": string | null,"row_number": number,"source": string | null,"status": Database["public"]['Enums']["row_status"],"uploaded_url": string,"url": string,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "attempts"?: number,"bucket_at"?: string | null,"error_code"?: string | null,"error_detail"?: string | null,"external_id"?: string | null,"extra": (string)[],"job_id": string,"lease_token"?: string | null,"leased_until"?: string | null,"lost"?: number,"not_before"?: string | null,"pending_ref"?: string | null,"platform": Database["public"]['Enums']["platform"],"post_id"?: number | null,"previous_bucket_at"?: string | null,"previous_source"?: string | null,"row_number": number,"source"?: string | null,"status"?: Database["public"]['Enums']["row_status"],"uploaded_url": string,"url": string,"workspace_id": string
                  }
                  Update: {
                    "attempts"?: number,"bucket_at"?: string | null,"error_code"?: string | null,"error_detail"?: string | null,"external_id"?: string | null,"extra"?: (string)[],"job_id"?: string,"lease_token"?: string | null,"leased_until"?: string | null,"lost"?: number,"not_before"?: string | null,"pending_ref"?: string | null,"platform"?: Database["public"]['Enums']["platform"],"post_id"?: number | null,"previous_bucket_at"?: string | null,"previous_source"?: string | null,"row_number"?: number,"source"?: string | null,"status"?: Database["public"]['Enums']["row_status"],"uploaded_url"?: string,"url"?: string,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "job_rows_workspace_id_job_id_fkey"
      columns: ["workspace_id","job_id"]
isOneToOne: false
      referencedRelation: "jobs"
      referencedColumns: ["workspace_id","id"]
    }
                  ]
                },"jobs": {
                  Row: {
                    "comments_rows": number,"comments_sum": number,"created_at": string,"created_by": string | null,"duplicate_rows": number,"error": string | null,"extra_columns": (string)[],"failed_rows": number,"file_rows": (number)[] | null,"finished_at": string | null,"id": string,"is_simulated": boolean,"likes_rows": number,"likes_sum": number,"rejected_rows": number,"resumed_at": string | null,"resumed_from_rows": number,"run_number": number,"run_started_at": string | null,"sheet": string | null,"source_filename": string,"source_kind": string,"status": Database["public"]['Enums']["job_status"],"succeeded_rows": number,"total_rows": number,"updated_at": string,"upload_columns": (string)[],"views_rows": number,"views_sum": number,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "comments_rows"?: number,"comments_sum"?: number,"created_at"?: string,"created_by"?: string | null,"duplicate_rows"?: number,"error"?: string | null,"extra_columns": (string)[],"failed_rows"?: number,"file_rows"?: (number)[] | null,"finished_at"?: string | null,"id"?: string,"is_simulated"?: boolean,"likes_rows"?: number,"likes_sum"?: number,"rejected_rows"?: number,"resumed_at"?: string | null,"resumed_from_rows"?: number,"run_number"?: number,"run_started_at"?: string | null,"sheet"?: string | null,"source_filename": string,"source_kind": string,"status"?: Database["public"]['Enums']["job_status"],"succeeded_rows"?: number,"total_rows": number,"updated_at"?: string,"upload_columns": (string)[],"views_rows"?: number,"views_sum"?: number,"workspace_id": string
                  }
                  Update: {
                    "comments_rows"?: number,"comments_sum"?: number,"created_at"?: string,"created_by"?: string | null,"duplicate_rows"?: number,"error"?: string | null,"extra_columns"?: (string)[],"failed_rows"?: number,"file_rows"?: (number)[] | null,"finished_at"?: string | null,"id"?: string,"is_simulated"?: boolean,"likes_rows"?: number,"likes_sum"?: number,"rejected_rows"?: number,"resumed_at"?: string | null,"resumed_from_rows"?: number,"run_number"?: number,"run_started_at"?: string | null,"sheet"?: string | null,"source_filename"?: string,"source_kind"?: string,"status"?: Database["public"]['Enums']["job_status"],"succeeded_rows"?: number,"total_rows"?: number,"updated_at"?: string,"upload_columns"?: (string)[],"views_rows"?: number,"views_sum"?: number,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "jobs_workspace_id_fkey"
      columns: ["workspace_id"]
isOneToOne: false
      referencedRelation: "workspaces"
      referencedColumns: ["id"]
    }
                  ]
                },"metric_definitions": {
                  Row: {
                    "description": string,"id": string,"number": number,"platform": Database["public"]['Enums']["platform"],"source": string,"valid_from": string
                  }
                  ComputedFields: never
                  Insert: {
                    "description": string,"id": string,"number"?: never,"platform": Database["public"]['Enums']["platform"],"source": string,"valid_from": string
                  }
                  Update: {
                    "description"?: string,"id"?: string,"number"?: never,"platform"?: Database["public"]['Enums']["platform"],"source"?: string,"valid_from"?: string
                  }
                  Relationships: [
                    
                  ]
                },"metric_sources": {
                  Row: {
                    "endpoint": string,"is_headline": boolean,"name": string,"platform": Database["public"]['Enums']["platform"],"source": string
                  }
                  ComputedFields: never
                  Insert: {
                    "endpoint": string,"is_headline": boolean,"name": string,"platform": Database["public"]['Enums']["platform"],"source": string
                  }
                  Update: {
                    "endpoint"?: string,"is_headline"?: boolean,"name"?: string,"platform"?: Database["public"]['Enums']["platform"],"source"?: string
                  }
                  Relationships: [
                    
                  ]
                },"notices": {
                  Row: {
                    "account_id": string,"created_at": string,"id": number,"kind": string,"resolved_at": string | null,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "account_id": string,"created_at"?: string,"id"?: never,"kind": string,"resolved_at"?: string | null,"workspace_id": string
                  }
                  Update: {
                    "account_id"?: string,"created_at"?: string,"id"?: never,"kind"?: string,"resolved_at"?: string | null,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "notices_workspace_id_account_id_fkey"
      columns: ["workspace_id","account_id"]
isOneToOne: false
      referencedRelation: "accounts"
      referencedColumns: ["workspace_id","id"]
    }
                  ]
                },"people": {
                  Row: {
                    "created_at": string,"external_id": string | null,"handle": string | null,"id": number,"key": string,"name": string | null,"platform": Database["public"]['Enums']["platform"],"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"external_id"?: string | null,"handle"?: string | null,"id"?: never,"key": string,"name"?: string | null,"platform": Database["public"]['Enums']["platform"],"workspace_id": string
                  }
                  Update: {
                    "created_at"?: string,"external_id"?: string | null,"handle"?: string | null,"id"?: never,"key"?: string,"name"?: string | null,"platform"?: Database["public"]['Enums']["platform"],"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "people_workspace_id_fkey"
      columns: ["workspace_id"]
isOneToOne: false
      referencedRelation: "workspaces"
      referencedColumns: ["id"]
    }
                  ]
                },"post_ages": {
                  Row: {
                    "definition": string,"hours": number,"is_interpolated": boolean,"is_simulated": boolean,"known_at": string,"post_id": number,"views": number,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "definition": string,"hours": number,"is_interpolated": boolean,"is_simulated": boolean,"known_at": string,"post_id": number,"views": number,"workspace_id": string
                  }
                  Update: {
                    "definition"?: string,"hours"?: number,"is_interpolated"?: boolean,"is_simulated"?: boolean,"known_at"?: string,"post_id"?: number,"views"?: number,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "post_ages_definition_fkey"
      columns: ["definition"]
isOneToOne: false
      referencedRelation: "metric_definitions"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "post_ages_workspace_id_post_id_fkey"
      columns: ["workspace_id","post_id"]
isOneToOne: false
      referencedRelation: "post_list"
      referencedColumns: ["workspace_id","id"]
    },{
      foreignKeyName: "post_ages_workspace_id_post_id_fkey"
      columns: ["workspace_id","post_id"]
isOneToOne: false
      referencedRelation: "posts"
      referencedColumns: ["workspace_id","id"]
    }
                  ]
                },"post_days": {
                  Row: {
                    "captured_at": string,"clicks": number | null,"comments": number | null,"day": string,"definition": string,"first_at": string,"impressions": number | null,"likes": number | null,"post_id": number,"reach": number | null,"saves": number | null,"shares": number | null,"source": string,"video_views": number | null,"views": number | null,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "captured_at": string,"clicks"?: number | null,"comments"?: number | null,"day": string,"definition": string,"first_at": string,"impressions"?: number | null,"likes"?: number | null,"post_id": number,"reach"?: number | null,"saves"?: number | null,"shares"?: number | null,"source": string,"video_views"?: number | null,"views"?: number | null,"workspace_id": string
                  }
                  Update: {
                    "captured_at"?: string,"clicks"?: number | null,"comments"?: number | null,"day"?: string,"definition"?: string,"first_at"?: string,"impressions"?: number | null,"likes"?: number | null,"post_id"?: number,"reach"?: number | null,"saves"?: number | null,"shares"?: number | null,"source"?: string,"video_views"?: number | null,"views"?: number | null,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "post_days_workspace_id_post_id_fkey"
      columns: ["workspace_id","post_id"]
isOneToOne: false
      referencedRelation: "post_list"
      referencedColumns: ["workspace_id","id"]
    },{
      foreignKeyName: "post_days_workspace_id_post_id_fkey"
      columns: ["workspace_id","post_id"]
isOneToOne: false
      referencedRelation: "posts"
      referencedColumns: ["workspace_id","id"]
    }
                  ]
                },"post_hashtags": {
                  Row: {
                    "author_id": number | null,"hashtag_id": number,"platform": Database["public"]['Enums']["platform"],"post_id": number,"published_at": string | null,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "author_id"?: number | null,"hashtag_id": number,"platform": Database["public"]['Enums']["platform"],"post_id": number,"published_at"?: string | null,"workspace_id": string
                  }
                  Update: {
                    "author_id"?: number | null,"hashtag_id"?: number,"platform"?: Database["public"]['Enums']["platform"],"post_id"?: number,"published_at"?: string | null,"workspace_id"?: string
                  }
                  Relationships: [
                    
                  ]
                },"post_latest": {
                  Row: {
                    "absent": NonNullable<Json>,"bucket_at": string,"captured_at": string,"clicks": number | null,"comments": number | null,"definition": string,"followers": number | null,"impressions": number | null,"is_simulated": boolean,"likes": number | null,"post_id": number,"reach": number | null,"recorded_at": string | null,"saves": number | null,"shares": number | null,"source": string,"video_views": number | null,"views": number | null,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "absent": NonNullable<Json>,"bucket_at": string,"captured_at": string,"clicks"?: number | null,"comments"?: number | null,"definition": string,"followers"?: number | null,"impressions"?: number | null,"is_simulated": boolean,"likes"?: number | null,"post_id": number,"reach"?: number | null,"recorded_at"?: string | null,"saves"?: number | null,"shares"?: number | null,"source": string,"video_views"?: number | null,"views"?: number | null,"workspace_id": string
                  }
                  Update: {
                    "absent"?: NonNullable<Json>,"bucket_at"?: string,"captured_at"?: string,"clicks"?: number | null,"comments"?: number | null,"definition"?: string,"followers"?: number | null,"impressions"?: number | null,"is_simulated"?: boolean,"likes"?: number | null,"post_id"?: number,"reach"?: number | null,"recorded_at"?: string | null,"saves"?: number | null,"shares"?: number | null,"source"?: string,"video_views"?: number | null,"views"?: number | null,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "post_latest_workspace_id_post_id_fkey"
      columns: ["workspace_id","post_id"]
isOneToOne: false
      referencedRelation: "post_list"
      referencedColumns: ["workspace_id","id"]
    },{
      foreignKeyName: "post_latest_workspace_id_post_id_fkey"
      columns: ["workspace_id","post_id"]
isOneToOne: false
      referencedRelation: "posts"
      referencedColumns: ["workspace_id","id"]
    }
                  ]
                },"post_metrics": {
                  Row: {
                    "absent": NonNullable<Json>,"bucket_at": string,"captured_at": string,"clicks": number | null,"comments": number | null,"definition": string,"impressions": number | null,"is_simulated": boolean,"likes": number | null,"post_id": number,"raw_event_id": number | null,"reach": number | null,"recorded_at": string | null,"saves": number | null,"shares": number | null,"source": string,"video_views": number | null,"views": number | null,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "absent"?: NonNullable<Json>,"bucket_at": string,"captured_at": string,"clicks"?: number | null,"comments"?: number | null,"definition": string,"impressions"?: number | null,"is_simulated": boolean,"likes"?: number | null,"post_id": number,"raw_event_id"?: number | null,"reach"?: number | null,"recorded_at"?: string | null,"saves"?: number | null,"shares"?: number | null,"source": string,"video_views"?: number | null,"views"?: number | null,"workspace_id": string
                  }
                  Update: {
                    "absent"?: NonNullable<Json>,"bucket_at"?: string,"captured_at"?: string,"clicks"?: number | null,"comments"?: number | null,"definition"?: string,"impressions"?: number | null,"is_simulated"?: boolean,"likes"?: number | null,"post_id"?: number,"raw_event_id"?: number | null,"reach"?: number | null,"recorded_at"?: string | null,"saves"?: number | null,"shares"?: number | null,"source"?: string,"video_views"?: number | null,"views"?: number | null,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "post_metrics_definition_fkey"
      columns: ["definition"]
isOneToOne: false
      referencedRelation: "metric_definitions"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "post_metrics_workspace_id_post_id_fkey"
      columns: ["workspace_id","post_id"]
isOneToOne: false
      referencedRelation: "post_list"
      referencedColumns: ["workspace_id","id"]
    },{
      foreignKeyName: "post_metrics_workspace_id_post_id_fkey"
      columns: ["workspace_id","post_id"]
isOneToOne: false
      referencedRelation: "posts"
      referencedColumns: ["workspace_id","id"]
    }
                  ]
                },"posts": {
                  Row: {
                    "author_handle": string | null,"author_key": string | null,"author_name": string | null,"caption": string | null,"created_at": string,"duration_seconds": number | null,"external_id": string,"id": number,"is_short": boolean,"media_kind": Database["public"]['Enums']["media_kind"] | null,"platform": Database["public"]['Enums']["platform"],"published_at": string | null,"thumbnail_url": string | null,"title": string | null,"url": string,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "author_handle"?: string | null,"author_key"?: never,"author_name"?: string | null,"caption"?: string | null,"created_at"?: string,"duration_seconds"?: number | null,"external_id": string,"id"?: never,"is_short"?: never,"media_kind"?: Database["public"]['Enums']["media_kind"] | null,"platform": Database["public"]['Enums']["platform"],"published_at"?: string | null,"thumbnail_url"?: string | null,"title"?: string | null,"url": string,"workspace_id": string
                  }
                  Update: {
                    "author_handle"?: string | null,"author_key"?: never,"author_name"?: string | null,"caption"?: string | null,"created_at"?: string,"duration_seconds"?: number | null,"external_id"?: string,"id"?: never,"is_short"?: never,"media_kind"?: Database["public"]['Enums']["media_kind"] | null,"platform"?: Database["public"]['Enums']["platform"],"published_at"?: string | null,"thumbnail_url"?: string | null,"title"?: string | null,"url"?: string,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "posts_workspace_id_fkey"
      columns: ["workspace_id"]
isOneToOne: false
      referencedRelation: "workspaces"
      referencedColumns: ["id"]
    }
                  ]
                },"profiles": {
                  Row: {
                    "active_workspace_id": string | null,"email": string,"name": string | null,"single_keys": boolean,"user_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "active_workspace_id"?: string | null,"email": string,"name"?: string | null,"single_keys"?: boolean,"user_id": string
                  }
                  Update: {
                    "active_workspace_id"?: string | null,"email"?: string,"name"?: string | null,"single_keys"?: boolean,"user_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "profiles_active_workspace_id_fkey"
      columns: ["active_workspace_id"]
isOneToOne: false
      referencedRelation: "workspaces"
      referencedColumns: ["id"]
    }
                  ]
                },"raw_events": {
                  Row: {
                    "external_id": string | null,"id": number,"is_simulated": boolean,"observed_at": string | null,"payload": NonNullable<Json>,"payload_hash": string,"received_at": string,"run_ref": string,"source": string,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "external_id"?: string | null,"id"?: never,"is_simulated": boolean,"observed_at"?: string | null,"payload": NonNullable<Json>,"payload_hash": string,"received_at"?: string,"run_ref": string,"source": string,"workspace_id": string
                  }
                  Update: {
                    "external_id"?: string | null,"id"?: never,"is_simulated"?: boolean,"observed_at"?: string | null,"payload"?: NonNullable<Json>,"payload_hash"?: string,"received_at"?: string,"run_ref"?: string,"source"?: string,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "raw_events_workspace_id_fkey"
      columns: ["workspace_id"]
isOneToOne: false
      referencedRelation: "workspaces"
      referencedColumns: ["id"]
    }
                  ]
                },"refresh_runs": {
                  Row: {
                    "calls": number,"created_at": string,"failed": number,"finished_at": string | null,"found": number,"gone": number,"id": string,"is_simulated": boolean,"measured": number,"planned": number,"requested_by": string | null,"skipped": NonNullable<Json>,"slot": string,"status": string,"trigger": string,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "calls"?: number,"created_at"?: string,"failed"?: number,"finished_at"?: string | null,"found"?: number,"gone"?: number,"id"?: string,"is_simulated"?: boolean,"measured"?: number,"planned"?: number,"requested_by"?: string | null,"skipped"?: NonNullable<Json>,"slot": string,"status"?: string,"trigger": string,"workspace_id": string
                  }
                  Update: {
                    "calls"?: number,"created_at"?: string,"failed"?: number,"finished_at"?: string | null,"found"?: number,"gone"?: number,"id"?: string,"is_simulated"?: boolean,"measured"?: number,"planned"?: number,"requested_by"?: string | null,"skipped"?: NonNullable<Json>,"slot"?: string,"status"?: string,"trigger"?: string,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "refresh_runs_workspace_id_fkey"
      columns: ["workspace_id"]
isOneToOne: false
      referencedRelation: "workspaces"
      referencedColumns: ["id"]
    }
                  ]
                },"refresh_units": {
                  Row: {
                    "account_id": string | null,"attempts": number,"calls": number,"created_at": string,"error_code": string | null,"error_detail": string | null,"failed": number,"finished_at": string | null,"gone": number,"id": number,"kind": Database["public"]['Enums']["account_kind"] | null,"lease_token": string | null,"leased_until": string | null,"lost": number,"measured": number,"not_before": string | null,"platform": Database["public"]['Enums']["platform"],"post_ids": (number)[],"resume_ref": string | null,"run_id": string,"slot": string,"status": string,"task": string,"turn": number,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "account_id"?: string | null,"attempts"?: number,"calls"?: number,"created_at"?: string,"error_code"?: string | null,"error_detail"?: string | null,"failed"?: number,"finished_at"?: string | null,"gone"?: number,"id"?: never,"kind"?: Database["public"]['Enums']["account_kind"] | null,"lease_token"?: string | null,"leased_until"?: string | null,"lost"?: number,"measured"?: number,"not_before"?: string | null,"platform": Database["public"]['Enums']["platform"],"post_ids"?: (number)[],"resume_ref"?: string | null,"run_id": string,"slot": string,"status"?: string,"task": string,"turn"?: number,"workspace_id": string
                  }
                  Update: {
                    "account_id"?: string | null,"attempts"?: number,"calls"?: number,"created_at"?: string,"error_code"?: string | null,"error_detail"?: string | null,"failed"?: number,"finished_at"?: string | null,"gone"?: number,"id"?: never,"kind"?: Database["public"]['Enums']["account_kind"] | null,"lease_token"?: string | null,"leased_until"?: string | null,"lost"?: number,"measured"?: number,"not_before"?: string | null,"platform"?: Database["public"]['Enums']["platform"],"post_ids"?: (number)[],"resume_ref"?: string | null,"run_id"?: string,"slot"?: string,"status"?: string,"task"?: string,"turn"?: number,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "refresh_units_workspace_id_account_id_fkey"
      columns: ["workspace_id","account_id"]
isOneToOne: false
      referencedRelation: "accounts"
      referencedColumns: ["workspace_id","id"]
    },{
      foreignKeyName: "refresh_units_workspace_id_run_id_fkey"
      columns: ["workspace_id","run_id"]
isOneToOne: false
      referencedRelation: "refresh_runs"
      referencedColumns: ["workspace_id","id"]
    }
                  ]
                },"removals": {
                  Row: {
                    "id": number,"removed_at": string,"rows": number,"what": string,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "id"?: never,"removed_at"?: string,"rows": number,"what": string,"workspace_id": string
                  }
                  Update: {
                    "id"?: never,"removed_at"?: string,"rows"?: number,"what"?: string,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "removals_workspace_id_fkey"
      columns: ["workspace_id"]
isOneToOne: false
      referencedRelation: "workspaces"
      referencedColumns: ["id"]
    }
                  ]
                },"sample_reels": {
                  Row: {
                    "author_handle": string,"caption": string,"captured_at": string,"comments": number,"definition": string,"id": number,"likes": number | null,"platform": Database["public"]['Enums']["platform"],"published_at": string,"shares": number | null,"title": string,"views": number
                  }
                  ComputedFields: never
                  Insert: {
                    "author_handle": string,"caption": string,"captured_at": string,"comments": number,"definition": string,"id": number,"likes"?: number | null,"platform": Database["public"]['Enums']["platform"],"published_at": string,"shares"?: number | null,"title": string,"views": number
                  }
                  Update: {
                    "author_handle"?: string,"caption"?: string,"captured_at"?: string,"comments"?: number,"definition"?: string,"id"?: number,"likes"?: number | null,"platform"?: Database["public"]['Enums']["platform"],"published_at"?: string,"shares"?: number | null,"title"?: string,"views"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "sample_reels_definition_fkey"
      columns: ["definition"]
isOneToOne: false
      referencedRelation: "metric_definitions"
      referencedColumns: ["id"]
    }
                  ]
                },"samples": {
                  Row: {
                    "created_at": string,"hashtags": number,"made_for": string,"posts": number,"seed": number,"users": number,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"hashtags": number,"made_for": string,"posts": number,"seed": number,"users": number,"workspace_id": string
                  }
                  Update: {
                    "created_at"?: string,"hashtags"?: number,"made_for"?: string,"posts"?: number,"seed"?: number,"users"?: number,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "samples_workspace_id_fkey"
      columns: ["workspace_id"]
isOneToOne: true
      referencedRelation: "workspaces"
      referencedColumns: ["id"]
    }
                  ]
                },"schedule_external": {
                  Row: {
                    "created_at": string,"id": string,"post_id": number,"provider": Database["public"]['Enums']["platform"],"ref_id": string,"ref_url": string | null,"schedule_id": string,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"id"?: string,"post_id": number,"provider": Database["public"]['Enums']["platform"],"ref_id": string,"ref_url"?: string | null,"schedule_id": string,"workspace_id": string
                  }
                  Update: {
                    "created_at"?: string,"id"?: string,"post_id"?: number,"provider"?: Database["public"]['Enums']["platform"],"ref_id"?: string,"ref_url"?: string | null,"schedule_id"?: string,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "schedule_external_workspace_id_post_id_fkey"
      columns: ["workspace_id","post_id"]
isOneToOne: false
      referencedRelation: "post_list"
      referencedColumns: ["workspace_id","id"]
    },{
      foreignKeyName: "schedule_external_workspace_id_post_id_fkey"
      columns: ["workspace_id","post_id"]
isOneToOne: false
      referencedRelation: "posts"
      referencedColumns: ["workspace_id","id"]
    },{
      foreignKeyName: "schedule_external_workspace_id_schedule_id_fkey"
      columns: ["workspace_id","schedule_id"]
isOneToOne: false
      referencedRelation: "schedules"
      referencedColumns: ["workspace_id","id"]
    }
                  ]
                },"schedules": {
                  Row: {
                    "created_at": string,"created_by": string | null,"id": string,"published_at": string | null,"status": string,"title": string | null,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"created_by"?: string | null,"id"?: string,"published_at"?: string | null,"status"?: string,"title"?: string | null,"workspace_id": string
                  }
                  Update: {
                    "created_at"?: string,"created_by"?: string | null,"id"?: string,"published_at"?: string | null,"status"?: string,"title"?: string | null,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "schedules_workspace_id_fkey"
      columns: ["workspace_id"]
isOneToOne: false
      referencedRelation: "workspaces"
      referencedColumns: ["id"]
    }
                  ]
                },"webhooks": {
                  Row: {
                    "disabled_at": string | null,"disabled_reason": string | null,"failures": number,"id": string,"is_on": boolean,"secret_hint": string,"set_at": string,"set_by": string | null,"url": string,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "disabled_at"?: string | null,"disabled_reason"?: string | null,"failures"?: number,"id"?: string,"is_on"?: boolean,"secret_hint": string,"set_at"?: string,"set_by"?: string | null,"url": string,"workspace_id": string
                  }
                  Update: {
                    "disabled_at"?: string | null,"disabled_reason"?: string | null,"failures"?: number,"id"?: string,"is_on"?: boolean,"secret_hint"?: string,"set_at"?: string,"set_by"?: string | null,"url"?: string,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "webhooks_workspace_id_fkey"
      columns: ["workspace_id"]
isOneToOne: false
      referencedRelation: "workspaces"
      referencedColumns: ["id"]
    }
                  ]
                },"workspace_days": {
                  Row: {
                    "account_id": string | null,"day": string,"gain": number | null,"metric": string,"platform": Database["public"]['Enums']["platform"],"posts": number,"rebased": number,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "account_id"?: string | null,"day": string,"gain"?: number | null,"metric": string,"platform": Database["public"]['Enums']["platform"],"posts": number,"rebased": number,"workspace_id": string
                  }
                  Update: {
                    "account_id"?: string | null,"day"?: string,"gain"?: number | null,"metric"?: string,"platform"?: Database["public"]['Enums']["platform"],"posts"?: number,"rebased"?: number,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "workspace_days_workspace_id_account_id_fkey"
      columns: ["workspace_id","account_id"]
isOneToOne: false
      referencedRelation: "accounts"
      referencedColumns: ["workspace_id","id"]
    },{
      foreignKeyName: "workspace_days_workspace_id_fkey"
      columns: ["workspace_id"]
isOneToOne: false
      referencedRelation: "workspaces"
      referencedColumns: ["id"]
    }
                  ]
                },"workspace_members": {
                  Row: {
                    "created_at": string,"role": Database["public"]['Enums']["workspace_role"],"user_id": string,"workspace_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"role": Database["public"]['Enums']["workspace_role"],"user_id": string,"workspace_id": string
                  }
                  Update: {
                    "created_at"?: string,"role"?: Database["public"]['Enums']["workspace_role"],"user_id"?: string,"workspace_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "workspace_members_workspace_id_fkey"
      columns: ["workspace_id"]
isOneToOne: false
      referencedRelation: "workspaces"
      referencedColumns: ["id"]
    }
                  ]
                },"workspaces": {
                  Row: {
                    "created_at": string,"id": string,"is_sample": boolean,"name": string,"rate_basis": Database["public"]['Enums']["rate_basis"],"time_zone": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"id"?: string,"is_sample"?: boolean,"name": string,"rate_basis"?: Database["public"]['Enums']["rate_basis"],"time_zone"?: string
                  }
                  Update: {
                    "created_at"?: string,"id"?: string,"is_sample"?: boolean,"name"?: string,"rate_basis"?: Database["public"]['Enums']["rate_basis"],"time_zone"?: string
                  }
                  Relationships: [
                    
                  ]
                }
          }
          Views: {
            "job_results": {
                  Row: {
                    "absent": Json | null,"author_handle": string | null,"author_name": string | null,"clicks": number | null,"comments": number | null,"definition": string | null,"duration_seconds": number | null,"engagement_rate": number | null,"error_code": string | null,"error_detail": string | null,"external_id": string | null,"extra": (string)[],"impressions": number | null,"is_simulated": boolean | null,"job_id": string,"likes": number | null,"measured_at": string | null,"media_kind": Database["public"]['Enums']["media_kind"] | null,"platform": Database["public"]['Enums']["platform"],"post_id": number | null,"previous_comments": number | null,"previous_likes": number | null,"previous_measured_at": string | null,"previous_views": number | null,"published_at": string | null,"reach": number | null,"row_number": number,"saves": number | null,"shares": number | null,"source": string | null,"state": string | null,"status": Database["public"]['Enums']["row_status"],"thumbnail_url": string | null,"title": string | null,"uploaded_url": string,"url": string,"video_views": number | null,"views": number | null,"waits_for": string | null,"waits_until": string | null,"workspace_id": string
                  }
                  ComputedFields: never
                  Relationships: [
                    {
      foreignKeyName: "job_rows_workspace_id_job_id_fkey"
      columns: ["workspace_id","job_id"]
isOneToOne: false
      referencedRelation: "jobs"
      referencedColumns: ["workspace_id","id"]
    },{
      foreignKeyName: "post_metrics_definition_fkey"
      columns: ["definition"]
isOneToOne: false
      referencedRelation: "metric_definitions"
      referencedColumns: ["id"]
    }
                  ]
                },"post_list": {
                  Row: {
                    "absent": Json | null,"account_id": string | null,"account_name": string | null,"account_status": Database["public"]['Enums']["account_status"] | null,"author_handle": string | null,"author_name": string | null,"bucket_at": string | null,"caption": string | null,"clicks": number | null,"comments": number | null,"created_at": string,"definition": string | null,"duration_seconds": number | null,"engagement_basis": string | null,"engagement_rate": number | null,"engagement_reason": string | null,"error_code": string | null,"error_detail": string | null,"external_id": string,"failed_at": string | null,"failures": number | null,"freshness": string | null,"gone_at": string | null,"gone_detail": string | null,"id": number,"impressions": number | null,"is_short": boolean,"is_simulated": boolean | null,"likes": number | null,"measured_at": string | null,"media_kind": Database["public"]['Enums']["media_kind"] | null,"platform": Database["public"]['Enums']["platform"],"published_at": string | null,"reach": number | null,"retry_at": string | null,"saves": number | null,"shares": number | null,"source": string | null,"state": string | null,"thumbnail_url": string | null,"title": string | null,"url": string,"video_views": number | null,"views": number | null,"workspace_id": string
                  }
                  ComputedFields: never
                  Relationships: [
                    {
      foreignKeyName: "posts_workspace_id_fkey"
      columns: ["workspace_id"]
isOneToOne: false
      referencedRelation: "workspaces"
      referencedColumns: ["id"]
    }
                  ]
                },"workspace_weeks": {
                  Row: {
                    "account_id": string | null,"gain": number | null,"measured_days": number | null,"metric": string,"most_posts": number | null,"platform": Database["public"]['Enums']["platform"],"rebased": number | null,"week": string | null,"workspace_id": string
                  }
                  ComputedFields: never
                  Relationships: [
                    {
      foreignKeyName: "workspace_days_workspace_id_account_id_fkey"
      columns: ["workspace_id","account_id"]
isOneToOne: false
      referencedRelation: "accounts"
      referencedColumns: ["workspace_id","id"]
    },{
      foreignKeyName: "workspace_days_workspace_id_fkey"
      columns: ["workspace_id"]
isOneToOne: false
      referencedRelation: "workspaces"
      referencedColumns: ["id"]
    }
                  ]
                }
          }
          Functions: {
            "accept_invitation":
{ Args: { "secret": string }; Returns: string
                           },
"add_campaign_job":
{ Args: { "campaign": string,"job": string }; Returns: Json
                           },
"add_campaign_links":
{ Args: { "campaign": string,"links": Json }; Returns: Json
                           },
"add_campaign_posts":
{ Args: { "campaign": string,"posts": (number)[] }; Returns: Json
                           },
"add_member":
{ Args: { "member_email": string,"member_role": Database["public"]['Enums']["workspace_role"],"workspace": string }; Returns: undefined
                           },
"alert_channels":
{ Args: { "workspace": string }; Returns: Json
                           },
"begin_connection":
{ Args: { "state": string,"verifier": string,"way": string,"workspace": string }; Returns: undefined
                           },
"best_times":
{ Args: { "from_day": string,"measure": string,"platform"?: Database["public"]['Enums']["platform"],"until_day": string,"workspace": string }; Returns: Json
                           },
"campaign_choices":
{ Args: { "post"?: number,"workspace": string }; Returns: Json
                           },
"campaign_detail":
{ Args: { "campaign": string }; Returns: Json
                           },
"campaign_list":
{ Args: { "descending"?: boolean,"filter"?: Json,"skip"?: number,"sort"?: string,"take"?: number,"workspace": string }; Returns: Json
                           },
"campaign_post_ids":
{ Args: { "campaign": string,"descending"?: boolean,"filter"?: Json,"skip"?: number,"sort"?: string,"take"?: number }; Returns: (number)[]
                           },
"campaign_posts_page":
{ Args: { "campaign": string,"descending"?: boolean,"filter"?: Json,"skip"?: number,"sort"?: string,"take"?: number }; Returns: Json
                           },
"campaign_trend":
{ Args: { "campaign": string,"from_day": string,"until_day": string }; Returns: Json
                           },
"cancel_ingest":
{ Args: { "run": string }; Returns: string
                           },
"cancel_job":
{ Args: { "job": string }; Returns: undefined
                           },
"cancel_refresh":
{ Args: { "run": string }; Returns: number
                           },
"change_campaign":
{ Args: { "campaign": string,"fields": Json }; Returns: undefined
                           },
"claim_comments":
{ Args: { "lease_seconds": number,"sources": Json }; Returns: Json
                           },
"claim_delivery":
{ Args: { "lease_seconds": number }; Returns: Json
                           },
"claim_ingest":
{ Args: { "budget": Json,"defaults": Json,"lease_seconds": number }; Returns: Json
                           },
"claim_rows":
{ Args: { "lease_seconds": number,"sources": Json }; Returns: Json
                           },
"claim_units":
{ Args: { "lease_seconds": number,"sources": Json,"take": number }; Returns: Json
                           },
"clear_links":
{ Args: { "workspace": string }; Returns: number
                           },
"comment_depth":
{ Args: { "post": number,"workspace": string }; Returns: Json
                           },
"comment_depths":
{ Args: { "platform"?: Database["public"]['Enums']["platform"],"since"?: string,"until"?: string,"workspace": string }; Returns: Json
                           },
"comment_tree":
{ Args: { "post": number,"skip"?: number,"take"?: number,"workspace": string }; Returns: Json
                           },
"comments_status":
{ Args: { "post": number,"workspace": string }; Returns: Json
                           },
"connect_accounts":
{ Args: { "found": Json,"workspace": string }; Returns: Json
                           },
"count_job_results":
{ Args: { "error_code"?: string,"job": string,"platform"?: Database["public"]['Enums']["platform"],"search"?: string,"state"?: string }; Returns: number
                           },
"count_posts":
{ Args: { "filter"?: Json,"workspace": string }; Returns: number
                           },
"count_unread":
{ Args: { "workspace": string }; Returns: number
                           },
"create_campaign":
{ Args: { "fields": Json,"workspace": string }; Returns: string
                           },
"create_job":
{ Args: { "upload": Json }; Returns: string
                           },
"create_sample":
{ Args: { "plan": Json }; Returns: Json
                           },
"create_schedule":
{ Args: { "external": Json,"title": string,"workspace": string }; Returns: string
                           },
"create_workspace":
{ Args: { "workspace_name": string }; Returns: string
                           },
"dashboard_totals":
{ Args: { "before_from"?: string,"before_until"?: string,"from_day": string,"until_day": string,"workspace": string }; Returns: Json
                           },
"delete_account_history":
{ Args: { "account": string }; Returns: number
                           },
"delete_alert_rule":
{ Args: { "rule": string,"workspace": string }; Returns: undefined
                           },
"delete_campaign":
{ Args: { "campaign": string,"typed_name"?: string }; Returns: undefined
                           },
"delete_job":
{ Args: { "job": string }; Returns: undefined
                           },
"delete_schedule":
{ Args: { "schedule": string }; Returns: undefined
                           },
"delete_workspace":
{ Args: { "typed_name": string,"workspace": string }; Returns: undefined
                           },
"deliveries_of":
{ Args: { "incident": string }; Returns: Json
                           },
"disconnect_account":
{ Args: { "account": string }; Returns: undefined
                           },
"dismiss_hint":
{ Args: { "hint": string,"workspace": string }; Returns: undefined
                           },
"enable_account":
{ Args: { "account": string,"enabled": boolean }; Returns: undefined
                           },
"end_other_sessions":
{ Args: Record<PropertyKey, never>; Returns: number
                           },
"end_session":
{ Args: { "session": string }; Returns: undefined
                           },
"evaluate_alerts":
{ Args: { "workspace": string }; Returns: Json
                           },
"evaluate_due_alerts":
{ Args: { "take"?: number }; Returns: Json
                           },
"export_campaign_posts":
{ Args: { "campaign": string,"ids": (number)[] }; Returns: string
                           },
"export_job_results":
{ Args: { "after_row"?: number,"descending"?: boolean,"error_code"?: string,"job": string,"platform"?: Database["public"]['Enums']["platform"],"search"?: string,"skip"?: number,"sort"?: string,"state"?: string,"take"?: number,"until_row"?: number }; Returns: string
                           },
"export_posts":
{ Args: { "ids": (number)[],"workspace": string }; Returns: string
                           },
"fail_token":
{ Args: { "account": string,"detail": string,"failed_version": number,"why": string,"workspace": string }; Returns: boolean
                           },
"find_job_results":
{ Args: { "after_row"?: number,"descending"?: boolean,"error_code"?: string,"job": string,"platform"?: Database["public"]['Enums']["platform"],"search"?: string,"skip"?: number,"sort"?: string,"state"?: string,"take"?: number,"until_row"?: number }; Returns: {
              "absent": Json | null,
"author_handle": string | null,
"author_name": string | null,
"clicks": number | null,
"comments": number | null,
"definition": string | null,
"duration_seconds": number | null,
"engagement_rate": number | null,
"error_code": string | null,
"error_detail": string | null,
"external_id": string | null,
"extra": (string)[],
"impressions": number | null,
"is_simulated": boolean | null,
"job_id": string,
"likes": number | null,
"measured_at": string | null,
"media_kind": Database["public"]['Enums']["media_kind"] | null,
"platform": Database["public"]['Enums']["platform"],
"post_id": number | null,
"previous_comments": number | null,
"previous_likes": number | null,
"previous_measured_at": string | null,
"previous_views": number | null,
"published_at": string | null,
"reach": number | null,
"row_number": number,
"saves": number | null,
"shares": number | null,
"source": string | null,
"state": string | null,
"status": Database["public"]['Enums']["row_status"],
"thumbnail_url": string | null,
"title": string | null,
"uploaded_url": string,
"url": string,
"video_views": number | null,
"views": number | null,
"waits_for": string | null,
"waits_until": string | null,
"workspace_id": string
            }[]
                          SetofOptions: {
        from: "*"
        to: "job_results"
        isOneToOne: false
        isSetofReturn: true
      } },
"find_posts":
{ Args: { "descending"?: boolean,"filter"?: Json,"skip"?: number,"sort"?: string,"take"?: number,"workspace": string }; Returns: {
              "absent": Json | null,
"account_id": string | null,
"account_name": string | null,
"account_status": Database["public"]['Enums']["account_status"] | null,
"author_handle": string | null,
"author_name": string | null,
"bucket_at": string | null,
"caption": string | null,
"clicks": number | null,
"comments": number | null,
"created_at": string,
"definition": string | null,
"duration_seconds": number | null,
"engagement_basis": string | null,
"engagement_rate": number | null,
"engagement_reason": string | null,
"error_code": string | null,
"error_detail": string | null,
"external_id": string,
"failed_at": string | null,
"failures": number | null,
"freshness": string | null,
"gone_at": string | null,
"gone_detail": string | null,
"id": number,
"impressions": number | null,
"is_short": boolean,
"is_simulated": boolean | null,
"likes": number | null,
"measured_at": string | null,
"media_kind": Database["public"]['Enums']["media_kind"] | null,
"platform": Database["public"]['Enums']["platform"],
"published_at": string | null,
"reach": number | null,
"retry_at": string | null,
"saves": number | null,
"shares": number | null,
"source": string | null,
"state": string | null,
"thumbnail_url": string | null,
"title": string | null,
"url": string,
"video_views": number | null,
"views": number | null,
"workspace_id": string
            }[]
                          SetofOptions: {
        from: "*"
        to: "post_list"
        isOneToOne: false
        isSetofReturn: true
      } },
"first_steps":
{ Args: { "workspace": string }; Returns: Json
                           },
"follower_history":
{ Args: { "account": string,"from_at": string,"until_at": string,"workspace": string }; Returns: Json
                           },
"growing_hashtags":
{ Args: { "hours"?: number,"platform"?: Database["public"]['Enums']["platform"],"rising"?: boolean,"take"?: number,"workspace": string }; Returns: Json
                           },
"hashtag_bars":
{ Args: { "bars"?: number,"platform"?: Database["public"]['Enums']["platform"],"since": string,"tags": (string)[],"until": string,"workspace": string }; Returns: Json
                           },
"hashtag_detail":
{ Args: { "platform"?: Database["public"]['Enums']["platform"],"since"?: string,"target": string,"until"?: string,"workspace": string }; Returns: Json
                           },
"hashtag_history":
{ Args: { "bucket"?: string,"platform"?: Database["public"]['Enums']["platform"],"since"?: string,"target": string,"until"?: string,"workspace": string }; Returns: Json
                           },
"hashtag_recommendations":
{ Args: { "min_rate"?: number,"platform"?: Database["public"]['Enums']["platform"],"since"?: string,"take"?: number,"target": string,"until"?: string,"workspace": string }; Returns: Json
                           },
"hashtag_related":
{ Args: { "platform"?: Database["public"]['Enums']["platform"],"since"?: string,"take"?: number,"target": string,"until"?: string,"workspace": string }; Returns: Json
                           },
"hashtag_status":
{ Args: { "workspace": string }; Returns: Json
                           },
"hashtag_trending":
{ Args: { "k"?: number,"platform"?: Database["public"]['Enums']["platform"],"window_minutes"?: number,"workspace": string }; Returns: Json
                           },
"health":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"hint_ingest":
{ Args: { "provider_run"?: string,"run": string }; Returns: boolean
                           },
"import_engagements":
{ Args: { "events": Json,"from_source"?: string,"workspace": string }; Returns: Json
                           },
"import_samples":
{ Args: { "batch": Json,"workspace": string }; Returns: Json
                           },
"ingest_hash":
{ Args: { "workspace": string }; Returns: string
                           },
"ingest_run":
{ Args: { "run": string }; Returns: Json
                           },
"ingest_settings_of":
{ Args: { "workspace": string }; Returns: Json
                           },
"ingest_status":
{ Args: { "workspace": string }; Returns: Json
                           },
"ingest_tokens_to_reseal":
{ Args: { "after_workspace"?: string,"current_key": string,"take"?: number }; Returns: Json
                           },
"invite":
{ Args: { "days": number,"email": string,"role": Database["public"]['Enums']["workspace_role"],"secret": string,"workspace": string }; Returns: string
                           },
"job_progress":
{ Args: { "job": string }; Returns: Json
                           },
"keep_a_workspace":
{ Args: Record<PropertyKey, never>; Returns: undefined
                           },
"list_accounts":
{ Args: { "workspace": string }; Returns: Json
                           },
"list_alert_rules":
{ Args: { "workspace": string }; Returns: Json
                           },
"list_audit":
{ Args: { "before"?: number,"filter"?: Json,"take"?: number,"workspace": string }; Returns: {
              "action": string,"actor_email": string,"actor_id": string,"actor_name": string,"at": string,"detail": Json,"id": number,"subject": string,"subject_id": string,"subject_name": string
            }[]
                           },
"list_followers":
{ Args: { "days"?: number,"workspace": string }; Returns: Json
                           },
"list_hashtags":
{ Args: { "platform"?: Database["public"]['Enums']["platform"],"search"?: string,"since"?: string,"skip"?: number,"take"?: number,"until"?: string,"workspace": string }; Returns: Json
                           },
"list_inbox":
{ Args: { "filter"?: Json,"skip"?: number,"take"?: number,"workspace": string }; Returns: Json
                           },
"list_incidents":
{ Args: { "filter"?: Json,"skip"?: number,"take"?: number,"workspace": string }; Returns: Json
                           },
"list_ingest_runs":
{ Args: { "skip"?: number,"take"?: number,"workspace": string }; Returns: Json
                           },
"list_job_results":
{ Args: { "descending"?: boolean,"error_code"?: string,"job": string,"platform"?: Database["public"]['Enums']["platform"],"search"?: string,"skip"?: number,"sort"?: string,"state"?: string,"take"?: number }; Returns: Json
                           },
"list_jobs":
{ Args: { "search"?: string,"skip"?: number,"status"?: Database["public"]['Enums']["job_status"],"take"?: number,"with_failures"?: boolean,"workspace": string }; Returns: Json
                           },
"list_links":
{ Args: { "skip"?: number,"take"?: number,"workspace": string }; Returns: Json
                           },
"list_posts":
{ Args: { "descending"?: boolean,"filter"?: Json,"skip"?: number,"sort"?: string,"take"?: number,"workspace": string }; Returns: Json
                           },
"list_quarantine":
{ Args: { "run": string,"skip"?: number,"take"?: number }; Returns: Json
                           },
"list_removals":
{ Args: { "take"?: number,"workspace": string }; Returns: Json
                           },
"list_runs":
{ Args: { "only_trigger"?: string,"skip"?: number,"take"?: number,"workspace": string }; Returns: Json
                           },
"list_schedules":
{ Args: { "only_schedule"?: string,"skip"?: number,"take"?: number,"workspace": string }; Returns: Json
                           },
"maintain":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"mark_read":
{ Args: { "incidents"?: (string)[],"is_read"?: boolean,"workspace": string }; Returns: number
                           },
"metric_trend":
{ Args: { "from_day": string,"metric": string,"only_account"?: string,"only_platform"?: Database["public"]['Enums']["platform"],"until_day": string,"workspace": string }; Returns: Json
                           },
"my_scope":
{ Args: { "workspace"?: string }; Returns: {
              "email": string,"name": string,"rate_basis": Database["public"]['Enums']["rate_basis"],"role": Database["public"]['Enums']["workspace_role"],"single_keys": boolean,"time_zone": string,"user_id": string,"workspace_id": string,"workspace_name": string
            }[]
                           },
"my_sessions":
{ Args: Record<PropertyKey, never>; Returns: {
              "created_at": string,"id": string,"ip": string,"is_this": boolean,"seen_at": string,"user_agent": string
            }[]
                           },
"name_session":
{ Args: { "agent": string }; Returns: undefined
                           },
"needs_attention":
{ Args: { "workspace": string }; Returns: {
              "amount": number,"detail": string,"kind": string,"name": string,"platform": Database["public"]['Enums']["platform"],"since": string,"subject": string,"until": string
            }[]
                           },
"plan_ingest":
{ Args: { "catching_up"?: boolean }; Returns: Json
                           },
"plan_refresh":
{ Args: { "only_workspace"?: string }; Returns: Json
                           },
"post_age_curve":
{ Args: { "post": number }; Returns: Json
                           },
"post_detail":
{ Args: { "post": number }; Returns: Json
                           },
"post_filters":
{ Args: { "workspace": string }; Returns: Json
                           },
"post_gains":
{ Args: { "days"?: number,"metric": string,"posts": (number)[],"workspace": string }; Returns: Json
                           },
"post_ids":
{ Args: { "descending"?: boolean,"filter"?: Json,"skip"?: number,"sort"?: string,"take"?: number,"workspace": string }; Returns: (number)[]
                           },
"post_series":
{ Args: { "metric": string,"only_source": string,"post": number,"since"?: string }; Returns: Json
                           },
"post_tags":
{ Args: { "post": number }; Returns: Json
                           },
"postpone_token":
{ Args: { "account": string,"after_seconds": number,"fence": string,"workspace": string }; Returns: number
                           },
"raw_event":
{ Args: { "event": number }; Returns: Json
                           },
"read_invitation":
{ Args: { "secret": string }; Returns: Json
                           },
"rebuild_ingest":
{ Args: { "run"?: string,"workspace": string }; Returns: Json
                           },
"record_export":
{ Args: { "filter"?: Json,"format": string,"what": string,"workspace": string }; Returns: undefined
                           },
"record_followers":
{ Args: { "batch": Json }; Returns: undefined
                           },
"reel_choices":
{ Args: { "as_of"?: string,"days"?: number,"workspace": string }; Returns: Json
                           },
"reel_performance":
{ Args: { "as_of"?: string,"days"?: number,"descending"?: boolean,"filter"?: Json,"skip"?: number,"smallest"?: number,"sort"?: string,"take"?: number,"workspace": string }; Returns: Json
                           },
"reel_points":
{ Args: { "as_of"?: string,"days"?: number,"filter"?: Json,"smallest"?: number,"workspace": string }; Returns: Json
                           },
"refresh_summary":
{ Args: { "only_workspace"?: string,"slot": string }; Returns: Json
                           },
"remove_campaign_posts":
{ Args: { "campaign": string,"posts": (number)[] }; Returns: number
                           },
"remove_old":
{ Args: { "daily_after_days"?: number,"parts"?: (string)[],"raw_days"?: number,"take"?: number }; Returns: Json
                           },
"remove_sample":
{ Args: { "take"?: number,"workspace": string }; Returns: number
                           },
"remove_webhook":
{ Args: { "webhook": string,"workspace": string }; Returns: undefined
                           },
"remove_workspaces":
{ Args: { "take": number }; Returns: Json
                           },
"replay_ingest":
{ Args: { "run": string }; Returns: Json
                           },
"report_periods":
{ Args: { "from_day": string,"platform"?: Database["public"]['Enums']["platform"],"until_day": string,"workspace": string }; Returns: Json
                           },
"request_comments":
{ Args: { "post": number,"workspace": string }; Returns: Json
                           },
"request_ingest":
{ Args: { "test"?: boolean,"workspace": string }; Returns: Json
                           },
"request_refresh":
{ Args: { "accounts"?: (string)[],"force"?: boolean,"posts"?: (number)[],"workspace": string }; Returns: Json
                           },
"rerun_job":
{ Args: { "job": string }; Returns: undefined
                           },
"reseal_ingest_token":
{ Args: { "sealed_version": number,"token": Json,"workspace": string }; Returns: boolean
                           },
"reseal_token":
{ Args: { "account": string,"sealed_version": number,"token": Json,"workspace": string }; Returns: boolean
                           },
"reseal_webhook_secret":
{ Args: { "sealed_version": number,"secret": Json,"webhook": string,"workspace": string }; Returns: boolean
                           },
"retry_job":
{ Args: { "job": string,"only_rows"?: (number)[] }; Returns: number
                           },
"revoke_invitation":
{ Args: { "invitation": string }; Returns: undefined
                           },
"roll_up_days":
{ Args: { "take"?: number }; Returns: Json
                           },
"run_job":
{ Args: { "job": string }; Returns: undefined
                           },
"run_progress":
{ Args: { "run": string }; Returns: Json
                           },
"save_alert_rule":
{ Args: { "given": Json,"rule": string,"workspace": string }; Returns: string
                           },
"save_ingest_settings":
{ Args: { "settings": Json,"workspace": string }; Returns: undefined
                           },
"save_token":
{ Args: { "account": string,"fence": string,"token": Json,"workspace": string }; Returns: boolean
                           },
"schedule_snapshots":
{ Args: { "only_provider"?: Database["public"]['Enums']["platform"],"schedule": string,"since"?: string,"take"?: number }; Returns: Json
                           },
"search_all":
{ Args: { "query": string,"take"?: number,"workspace": string }; Returns: {
              "at": string,"begins": boolean,"detail": string,"id": string,"kind": string,"platform": Database["public"]['Enums']["platform"],"title": string
            }[]
                           },
"set_campaign_price":
{ Args: { "campaign": string,"post": number,"price": string }; Returns: string
                           },
"set_ingest_token":
{ Args: { "token": Json,"workspace": string }; Returns: undefined
                           },
"set_webhook":
{ Args: { "given": Json,"webhook": string,"workspace": string }; Returns: undefined
                           },
"settle_comments":
{ Args: { "batch": Json }; Returns: Json
                           },
"settle_delivery":
{ Args: { "batch": Json }; Returns: string
                           },
"settle_ingest":
{ Args: { "batch": Json }; Returns: Json
                           },
"settle_ingest_page":
{ Args: { "batch": Json }; Returns: Json
                           },
"settle_owned_rows":
{ Args: { "batch": Json }; Returns: Json
                           },
"settle_rows":
{ Args: { "batch": Json }; Returns: Json
                           },
"settle_unit":
{ Args: { "batch": Json }; Returns: Json
                           },
"source_freshness":
{ Args: { "workspace": string }; Returns: {
              "accounts": number,"interval_hours": number,"is_simulated": boolean,"kind": string,"measured_at": string,"reason": string,"source": string,"state": string
            }[]
                           },
"stop_account":
{ Args: { "account": string,"workspace": string }; Returns: number
                           },
"sync_hashtags":
{ Args: { "minutes_back"?: number,"workspace": string }; Returns: Json
                           },
"take_connection":
{ Args: { "state": string }; Returns: Json
                           },
"take_ingest_token":
{ Args: { "workspace": string }; Returns: Json
                           },
"take_token":
{ Args: { "account": string,"fresh_seconds": number,"refused_version"?: number,"workspace": string }; Returns: Json
                           },
"test_alert_rule":
{ Args: { "rule": string,"workspace": string }; Returns: string
                           },
"tokens_to_reseal":
{ Args: { "after_account"?: string,"current_key": string,"take"?: number }; Returns: Json
                           },
"top_hashtags":
{ Args: { "platform"?: Database["public"]['Enums']["platform"],"since"?: string,"take"?: number,"until"?: string,"workspace": string }; Returns: Json
                           },
"top_people":
{ Args: { "basis"?: string,"platform"?: Database["public"]['Enums']["platform"],"since"?: string,"take"?: number,"until"?: string,"workspace": string }; Returns: Json
                           },
"top_posts":
{ Args: { "from_day"?: string,"platform"?: Database["public"]['Enums']["platform"],"ranked_by"?: string,"take"?: number,"until_day"?: string,"workspace": string }; Returns: Json
                           },
"transfer_ownership":
{ Args: { "person": string,"workspace": string }; Returns: undefined
                           },
"viral_chain":
{ Args: { "post": number,"workspace": string }; Returns: Json
                           },
"viral_chains":
{ Args: { "min_depth"?: number,"min_engagement"?: number,"platform"?: Database["public"]['Enums']["platform"],"since"?: string,"skip"?: number,"take"?: number,"until"?: string,"workspace": string }; Returns: Json
                           },
"want_alert_emails":
{ Args: { "wanted": boolean,"workspace": string }; Returns: undefined
                           },
"webhook_secrets_to_reseal":
{ Args: { "after_webhook"?: string,"current_key": string,"take"?: number }; Returns: Json
                           }
          }
          Enums: {
            "account_kind": "youtube_channel"|"tiktok_user"|"instagram_page"|"instagram_user"|"facebook_page"|"linkedin_organization"|"linkedin_member","account_status": "connected"|"needs_reconnect"|"disabled"|"disconnected","campaign_state": "active"|"live"|"archived","engagement_kind": "like"|"share"|"view"|"bookmark","job_status": "queued"|"running"|"completed"|"failed"|"cancelled","media_kind": "video"|"short"|"reel"|"image"|"carousel"|"live"|"text","platform": "youtube"|"tiktok"|"instagram"|"facebook"|"linkedin","rate_basis": "views"|"reach"|"impressions"|"followers","row_status": "queued"|"running"|"succeeded"|"failed","workspace_role": "viewer"|"member"|"admin"|"owner"
          }
          CompositeTypes: {
            [_ in never]: never
          }
        }
}

type DatabaseWithoutInternals = Omit<Database, '__InternalSupabase'>

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "public">]

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
      Row: infer R
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
  ? (DefaultSchema["Tables"] & DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
      Row: infer R
    }
    ? R
    : never
  : never

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Insert: infer I
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
  ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
      Insert: infer I
    }
    ? I
    : never
  : never

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Update: infer U
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
  ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
      Update: infer U
    }
    ? U
    : never
  : never

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    | keyof DefaultSchema["Enums"]
    | { schema: keyof DatabaseWithoutInternals },
  EnumName extends DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never = never
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
  ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
  : never

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema["CompositeTypes"]
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never = never
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
  ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
  : never

export const Constants = {
  "public": {
          Enums: {
            "account_kind": ["youtube_channel", "tiktok_user", "instagram_page", "instagram_user", "facebook_page", "linkedin_organization", "linkedin_member"],"account_status": ["connected", "needs_reconnect", "disabled", "disconnected"],"campaign_state": ["active", "live", "archived"],"engagement_kind": ["like", "share", "view", "bookmark"],"job_status": ["queued", "running", "completed", "failed", "cancelled"],"media_kind": ["video", "short", "reel", "image", "carousel", "live", "text"],"platform": ["youtube", "tiktok", "instagram", "facebook", "linkedin"],"rate_basis": ["views", "reach", "impressions", "followers"],"row_status": ["queued", "running", "succeeded", "failed"],"workspace_role": ["viewer", "member", "admin", "owner"]
          }
        }
} as const
